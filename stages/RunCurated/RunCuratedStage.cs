using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Engines;
using Slipstream.Stages.RunCurated.Publishing;

namespace Slipstream.Stages.RunCurated;

/// <summary>Makes every curated table from raw-hist and publishes them together in one commit.</summary>
internal sealed class RunCuratedStage(StageContext<RunCuratedSettings> context) : IStage
{
    private readonly RunCuratedSettings _settings = context.Settings;
    private readonly ILogger _logger = context.Loggers.CreateLogger(RunCuratedSettings.Stage);

    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        var definition = PipelineDefinition.Load(_settings);
        Log.Tables(_logger, string.Join(", ", definition.CuratedTables.Select(table => table.Name)));
        var inputs = await new RawHistory(context, _logger).FetchAsync(definition.RawTables, cancellationToken);
        var version = RunVersion.Of(_settings, definition, inputs);
        var log = new CommitLog(_settings.CommitList.Prefix, context.Store.Open(_settings.CommitList), context.Store.Open(_settings.CuratedRead));
        var newest = await log.NewestAsync(cancellationToken);
        if (newest?.Version == version.Name)
        {
            return Result($"Version {version.Name} is committed already, as number {newest.Number}: nothing to do.", newest, null, 0);
        }

        return context.IsPlan
            ? Plan(inputs, version, newest)
            : await MakeAndPublishAsync(definition, inputs, version, log, cancellationToken);
    }

    private static StageResult Plan(IReadOnlyList<RawInput> inputs, RunVersion version, Commit? newest) => new(
        ExitCode.Done,
        $"Would make version {version.Name} from {inputs.Count} extracts and commit it as number {(newest?.Number ?? 0) + 1} or later.");

    private async Task<StageResult> MakeAndPublishAsync(
        PipelineDefinition definition, IReadOnlyList<RawInput> inputs, RunVersion version, CommitLog log, CancellationToken cancellationToken)
    {
        using var engine = await DuckDbEngine.OpenAsync(_settings, context.WorkDirectory, _logger, cancellationToken);
        var rawRows = 0L;
        foreach (var table in definition.RawTables)
        {
            var files = inputs.Where(input => input.Input.Table == table.Name).Select(input => input.File).ToList();
            var rows = await engine.AddRawAsync(table, files, cancellationToken);
            Log.RawRows(_logger, table.Name, rows);
            rawRows += rows;
        }

        var made = new List<MadeTable>();
        foreach (var table in definition.CuratedTables)
        {
            made.Add(await engine.MakeAsync(table, cancellationToken));
            Log.TableMade(_logger, table.Name, made[^1].Rows, made[^1].Partitions.Count);
        }

        var publisher = new Publisher(context, log, engine, _logger);
        var publication = await publisher.PublishAsync(made, version, [.. inputs.Select(input => input.Input)], cancellationToken);
        return Result(Summary(publication, version), publication.Commit, rawRows, publication.Plan.Taken.Sum(taken => taken.Partition.Rows));
    }

    private static string Summary(Publication publication, RunVersion version)
    {
        var outdated = publication.Plan.Outdated.Count == 0
            ? string.Empty
            : $" A later run has made {string.Join(", ", publication.Plan.Outdated)}: that stays current.";
        return publication.IsNew
            ? $"Committed version {version.Name} as number {publication.Commit.Number}.{outdated}"
            : $"Nothing to commit: number {publication.Commit.Number} is current.{outdated}";
    }

    private StageResult Result(string summary, Commit commit, long? rowsIn, long rowsOut) => new(ExitCode.Done, summary)
    {
        RowsIn = rowsIn,
        RowsOut = rowsOut,
        Facts = new JsonObject
        {
            ["run_timestamp"] = _settings.RunTimestamp.UnixSeconds,
            ["commit"] = commit.Number,
            ["version"] = commit.Version,
            ["tables"] = new JsonObject([.. commit.Tables.Select(table => KeyValuePair.Create(table.Name, (JsonNode?)JsonValue.Create(table.Rows)))]),
        },
    };
}
