using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.StageHost;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>The extracts of the raw tables up to the time of the run, brought to local disk.</summary>
internal sealed class RawHistory(StageContext<RunCuratedSettings> context, ILogger logger)
{
    /// <summary>Where the copies lie below the work directory: under the same keys as in raw-hist.</summary>
    public const string LocalFolder = "raw";

    private readonly RunCuratedSettings _settings = context.Settings;

    /// <summary>What is there of each table.</summary>
    /// <exception cref="StageException">A table has no extract yet (exit code 1).</exception>
    public async Task<IReadOnlyList<RawListing>> ListAsync(IReadOnlyList<TableMetadata> tables, CancellationToken cancellationToken)
    {
        var listings = new List<RawListing>();
        foreach (var table in tables)
        {
            listings.Add(new RawListing(table, await ListAsync(table, cancellationToken)));
        }

        return listings;
    }

    /// <summary>Streams objects to disk, several at once, each hashed on the way. The order stays.</summary>
    /// <exception cref="StageException">An object vanished (exit code 3).</exception>
    public async Task<IReadOnlyList<RawInput>> FetchAsync(IReadOnlyList<RawListing> listings, CancellationToken cancellationToken)
    {
        var wanted = listings.SelectMany(listing => listing.Extracts.Select(extract => (listing.Table, extract.Stored))).ToList();
        var inputs = new RawInput[wanted.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, wanted.Count),
            new ParallelOptions { MaxDegreeOfParallelism = _settings.Concurrency, CancellationToken = cancellationToken },
            async (i, token) => inputs[i] = await FetchAsync(wanted[i].Table, wanted[i].Stored, token));
        foreach (var listing in listings)
        {
            Log.ExtractsRead(logger, listing.Extracts.Count, listing.Extracts.Sum(extract => extract.Stored.Length), listing.Table.Name);
        }

        return inputs;
    }

    private async Task<IReadOnlyList<RawExtract>> ListAsync(TableMetadata table, CancellationToken cancellationToken)
    {
        var folder = _settings.RawHistPath.Folder(table.Location);
        var extracts = new List<RawExtract>();
        await foreach (var stored in context.Store.Open(_settings.RawHistList).BelowAsync(folder, cancellationToken))
        {
            if (LandTimestamp.Of(stored.Location) is not { } landed)
            {
                Log.NoTimestamp(logger, stored.Location.ToString());
            }
            else if (landed <= _settings.RunTimestamp)
            {
                extracts.Add(new RawExtract(landed, stored));
            }
        }

        return extracts.Count > 0
            ? [.. extracts.OrderBy(extract => extract.Landed).ThenBy(extract => extract.Stored.Location)]
            : throw StageException.DataFailed(
                $"'{folder}' holds no extract of the run {_settings.RunTimestamp} or before. Run extract and test-extract first.");
    }

    private async Task<RawInput> FetchAsync(TableMetadata table, StoredObject extract, CancellationToken cancellationToken)
    {
        var file = Path.Combine(context.WorkDirectory, LocalFolder, _settings.RawHistPath.Relative(extract.Location));
        try
        {
            await using var source = await context.Store.Open(_settings.RawHistRead).OpenAsync(extract, cancellationToken);
            var hash = (await Content.CopyAsync(source, file, cancellationToken)).Sha256;
            return new RawInput(new CommitInput(table.Name, extract.Location, extract.Length, hash), file);
        }
        catch (ObjectMissingException exception)
        {
            throw StageException.OutsideFailed($"{exception.Message} History must not change: find out what changed it.", exception);
        }
    }
}
