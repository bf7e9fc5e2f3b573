using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.StageHost;

namespace Slipstream.Stages.RunCurated;

/// <summary>The extracts of the raw tables up to the time of the run, brought to local disk.</summary>
internal sealed class RawHistory(StageContext<RunCuratedSettings> context, ILogger logger)
{
    /// <summary>Where the copies lie below the work directory: under the same keys as in raw-hist.</summary>
    public const string LocalFolder = "raw";

    private readonly RunCuratedSettings _settings = context.Settings;

    /// <summary>Streams the objects to disk, hashing them on the way.</summary>
    /// <exception cref="StageException">A table has no extract yet (exit code 1), or one vanished (exit code 3).</exception>
    public async Task<IReadOnlyList<RawInput>> FetchAsync(IReadOnlyList<TableMetadata> tables, CancellationToken cancellationToken)
    {
        var inputs = new List<RawInput>();
        foreach (var table in tables)
        {
            var extracts = await ListAsync(table, cancellationToken);
            foreach (var extract in extracts)
            {
                inputs.Add(await FetchAsync(table, extract, cancellationToken));
            }

            Log.ExtractsRead(logger, extracts.Count, extracts.Sum(extract => extract.Length), table.Name);
        }

        return inputs;
    }

    private async Task<List<StoredObject>> ListAsync(TableMetadata table, CancellationToken cancellationToken)
    {
        var folder = _settings.RawHistPath.Folder(table.Location);
        var extracts = new List<StoredObject>();
        await foreach (var stored in context.Store.Open(_settings.RawHistList).BelowAsync(folder, cancellationToken))
        {
            if (LandTimestamp.Of(stored.Location) is not { } landed)
            {
                Log.NoTimestamp(logger, stored.Location.ToString());
            }
            else if (landed <= _settings.RunTimestamp)
            {
                extracts.Add(stored);
            }
        }

        return extracts.Count > 0
            ? extracts
            : throw StageException.DataFailed(
                $"'{folder}' holds no extract of the run {_settings.RunTimestamp} or before. Run extract and test-extract first.");
    }

    private async Task<RawInput> FetchAsync(TableMetadata table, StoredObject extract, CancellationToken cancellationToken)
    {
        var relative = _settings.RawHistPath.Relative(extract.Location);
        var file = Path.Combine(context.WorkDirectory, LocalFolder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        try
        {
            await using var source = await context.Store.Open(_settings.RawHistRead).OpenAsync(extract, cancellationToken);
            await using var target = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite);
            await source.CopyToAsync(target, cancellationToken);
            target.Position = 0;
            var hash = await Sha256Hash.OfAsync(target, cancellationToken);
            return new RawInput(new CommitInput(table.Name, extract.Location, extract.Length, hash), file);
        }
        catch (ObjectMissingException exception)
        {
            throw StageException.OutsideFailed($"{exception.Message} History must not change: find out what changed it.", exception);
        }
    }
}
