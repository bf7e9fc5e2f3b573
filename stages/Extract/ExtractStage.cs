using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.Extract.Http;
using Slipstream.Stages.Extract.Landing;
using Slipstream.Stages.Extract.Sources;

namespace Slipstream.Stages.Extract;

/// <summary>
/// Lands the rows of a run once. An object in land is whole or absent, and its name says which requests it holds: so a try
/// after a kill asks only for what is missing, and a run that has landed has nothing to do.
/// </summary>
internal sealed class ExtractStage(StageContext<ExtractSettings> context) : IStage
{
    private readonly ExtractSettings _settings = context.Settings;
    private readonly ILogger _logger = context.Loggers.CreateLogger(ExtractSettings.Stage);

    public ExtractLimits Limits { get; init; } = new();

    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        using var client = new RetryingClient(_settings, Limits, context.Time, _logger);
        var source = RowSources.Create(new SourceContext(_settings, client));
        var chunks = Chunk.AllOf(_settings, Limits.RequestsPerChunk);
        var found = await new EarlierTries(_settings, context.Store).FindAsync(chunks, cancellationToken);
        foreach (var location in found.Values)
        {
            Log.Found(_logger, location.ToString());
        }

        var isWhole = found.Values.Any(location => Chunk.IsWhole(location, _settings));
        var missing = chunks.Where(chunk => !isWhole && !found.ContainsKey(chunk.Name)).ToList();
        return missing.Count == 0 ? NothingToDo(found)
            : context.IsPlan ? Plan(missing, source)
            : await LandAsync(missing, source, client, cancellationToken);
    }

    private static StageResult NothingToDo(IReadOnlyDictionary<string, S3Location> found) => new(
        ExitCode.Done, $"nothing to do, this run has landed already: {string.Join(", ", found.Values)}")
    {
        RowsOut = 0,
        Facts = new JsonObject
        {
            ["has_landed_before"] = true,
            ["objects"] = new JsonArray([.. found.Values.Select(location => new JsonObject { ["location"] = location.ToString() })]),
        },
    };

    private StageResult Plan(List<Chunk> missing, IRowSource source)
    {
        foreach (var chunk in missing)
        {
            Log.WouldAsk(_logger, source.Url, chunk.Requests.First, chunk.Requests.End - 1, LocationOf(chunk).ToString());
        }

        var requests = missing.Sum(chunk => chunk.Requests.Count);
        return new StageResult(ExitCode.Done, $"a plan: {requests} requests to {source.Url}, {missing.Count} objects, nothing asked and nothing written");
    }

    private async Task<StageResult> LandAsync(
        List<Chunk> missing, IRowSource source, RetryingClient client, CancellationToken cancellationToken)
    {
        var requests = missing.Sum(chunk => chunk.Requests.Count);
        var objects = new JsonArray();
        var rows = 0L;
        using (new Progress(client, requests, _logger, context.Time, Limits.ProgressEvery))
        {
            foreach (var chunk in missing)
            {
                Log.Asking(_logger, source.Url, chunk.Requests.First, chunk.Requests.End - 1, _settings.Concurrency);
                var (written, facts) = await LandAsync(chunk, source, cancellationToken);
                rows += written;
                objects.Add((JsonNode)facts);
            }
        }

        return new StageResult(ExitCode.Done, $"{rows} rows of {requests} requests landed in {_settings.RunTimestamp.FolderIn(_settings.Land.Prefix)}")
        {
            RowsOut = rows,
            Facts = new JsonObject
            {
                ["has_landed_before"] = false,
                ["source_url"] = source.Url.ToString(),
                ["requests"] = requests,
                ["retries"] = client.Retried,
                ["objects"] = objects,
            },
        };
    }

    private async Task<(long Rows, JsonObject Facts)> LandAsync(Chunk chunk, IRowSource source, CancellationToken cancellationToken)
    {
        var location = LocationOf(chunk);
        var rows = source.RowsAsync(chunk.Requests, cancellationToken);
        var file = await ChunkFile.WriteAsync(Path.Combine(context.WorkDirectory, chunk.Name), rows, Limits.ObjectBytes, cancellationToken);
        var outcome = await PutAsync(file, location, cancellationToken);
        File.Delete(file.Path);
        if (outcome == WriteOutcome.AlreadyExists)
        {
            Log.LandedByOther(_logger, location.ToString());
            return (0, new JsonObject { ["location"] = location.ToString() });
        }

        Log.Landed(_logger, location.ToString(), file.Rows, file.Bytes, file.Hash.ToString());
        return (file.Rows, new JsonObject
        {
            ["location"] = location.ToString(),
            ["rows"] = file.Rows,
            ["bytes"] = file.Bytes,
            ["sha256"] = file.Hash.ToString(),
        });
    }

    private async Task<WriteOutcome> PutAsync(ChunkFile file, S3Location location, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file.Path);
        return await context.Store.Open(_settings.Land).WriteAsync(location, content, file.Hash, cancellationToken);
    }

    private S3Location LocationOf(Chunk chunk) => _settings.RunTimestamp.FolderIn(_settings.Land.Prefix).File(chunk.Name);
}
