using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>Puts parts, once. A part that an earlier try of the same version has put is taken over.</summary>
internal sealed class PartUploader(StageContext<RunCuratedSettings> context, IEngine engine, ILogger logger)
{
    // One part for each partition: https://docs.aws.amazon.com/athena/latest/ug/performance-tuning-data-optimization-techniques.html
    private const string PartName = "data-part-0.parquet";
    private readonly RunCuratedSettings _settings = context.Settings;

    public async Task<CommitFile> PutAsync(MadeTable table, MadePartition partition, string version, CancellationToken cancellationToken)
    {
        var location = LocationOf(table, partition, version);
        await using var content = File.OpenRead(partition.File);
        var hash = await Sha256Hash.OfAsync(content, cancellationToken);
        var outcome = await context.Store.Open(_settings.CuratedWrite).WriteAsync(location, content, hash, cancellationToken);
        if (outcome == WriteOutcome.AlreadyExists)
        {
            return await AdoptAsync(location, partition, hash, cancellationToken);
        }

        Log.PartPut(logger, location.ToString(), partition.Rows, content.Length);
        return new CommitFile(location, content.Length, hash, partition.Rows);
    }

    private S3Location LocationOf(MadeTable table, MadePartition partition, string version)
    {
        var folder = _settings.CuratedPath.Folder(table.Table.Metadata.Location);
        var values = partition.Folder.Length == 0 ? folder : folder.Folder(partition.Folder);
        return values.Folder($"v-{version}").File(PartName);
    }

    // The same version is the same inputs, SQL, metadata and release: its rows are these rows, even if the engine has
    // ordered or packed them otherwise.
    private async Task<CommitFile> AdoptAsync(S3Location location, MadePartition partition, Sha256Hash hash, CancellationToken cancellationToken)
    {
        var copy = Path.Combine(context.WorkDirectory, Path.GetRandomFileName());
        await using (var stored = await context.Store.Open(_settings.CuratedRead).OpenAsync(location, cancellationToken))
        await using (var file = File.Create(copy))
        {
            await stored.CopyToAsync(file, cancellationToken);
        }

        await using var content = File.OpenRead(copy);
        var found = await Sha256Hash.OfAsync(content, cancellationToken);
        var rows = found == hash ? partition.Rows : await engine.CountRowsAsync(copy, cancellationToken);
        if (rows != partition.Rows)
        {
            throw StageException.SettingsWrong(
                $"'{location}' holds {rows} rows of the same version, but this run made {partition.Rows}. The SQL gives other rows each time: take chance and clocks out of it.");
        }

        Log.PartAdopted(logger, location.ToString(), rows);
        return new CommitFile(location, content.Length, found, rows);
    }
}
