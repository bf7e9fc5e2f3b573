using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>
/// Replaces files in place, for PUBLISH=in-place. The new parts wait in the bucket already, verified: what readers can see
/// half done is only a delete and a copy within the store for each part, and never an upload.
/// </summary>
internal sealed class InPlaceSwitch(StageContext<RunCuratedSettings> context, ILogger logger)
{
    private readonly RunCuratedSettings _settings = context.Settings;

    public async Task ApplyAsync(PublicationPlan plan, IReadOnlyList<PlacedPartition> placed, CancellationToken cancellationToken)
    {
        foreach (var partition in placed)
        {
            var files = partition.Files.Where(file => !file.IsThere).ToList();
            var stored = await Stored.FindAsync(
                context.Store.Open(_settings.CuratedList), files.SelectMany(file => new[] { file.Put, file.Final }), cancellationToken);
            foreach (var file in files)
            {
                await ReplaceAsync(file, stored, cancellationToken);
            }
        }

        foreach (var table in plan.Tables.Where(table => !table.IsOutdated))
        {
            await RemoveOthersAsync(table, placed, cancellationToken);
        }
    }

    private async Task ReplaceAsync(PlacedFile file, Stored found, CancellationToken cancellationToken)
    {
        var waiting = found.At(file.Put);
        if (found.Find(file.Final) is { } old)
        {
            if (await HashAsync(file.Final, cancellationToken) == file.File.Sha256)
            {
                return;
            }

            await DeleteAsync(old, cancellationToken);
        }

        var outcome = await context.Store.Open(_settings.CuratedWrite).CopyAsync(waiting, file.Final, cancellationToken);
        var stored = await HashAsync(file.Final, cancellationToken);
        if (stored != file.File.Sha256)
        {
            throw StageException.OutsideFailed(
                $"'{file.Final}' holds other bytes than this run's ({outcome}). With PUBLISH=in-place only one run may write at a time: run it again alone.");
        }

        Log.PartReplaced(logger, file.Final.ToString(), file.File.Rows);
    }

    // Last, so that a reader meets old rows beside new ones rather than none.
    private async Task RemoveOthersAsync(PlannedTable table, IReadOnlyList<PlacedPartition> placed, CancellationToken cancellationToken)
    {
        var stays = table.Kept.SelectMany(partition => partition.Files).Select(file => file.Location)
            .Concat(placed.Where(partition => partition.Table == table.Made.Table.Name).SelectMany(partition => partition.Files).Select(file => file.Final))
            .ToHashSet();
        var others = new List<StoredObject>();
        await foreach (var stored in context.Store.Open(_settings.CuratedList)
            .BelowAsync(_settings.CuratedPath.Folder(table.Made.Table.Metadata.Location), cancellationToken))
        {
            if (Places.IsPart(stored.Location) && !stays.Contains(stored.Location))
            {
                others.Add(stored);
            }
        }

        foreach (var other in others)
        {
            await DeleteAsync(other, cancellationToken);
        }
    }

    private async Task<Sha256Hash> HashAsync(S3Location location, CancellationToken cancellationToken) =>
        (await context.Store.Open(_settings.CuratedRead).DigestAsync(location, cancellationToken)).Sha256;

    private async Task DeleteAsync(StoredObject old, CancellationToken cancellationToken)
    {
        if (await context.Store.Open(_settings.CuratedDelete).DeleteAsync(old, cancellationToken) == DeleteOutcome.Changed)
        {
            throw StageException.OutsideFailed(
                $"'{old.Location}' was replaced by another run. With PUBLISH=in-place only one run may write at a time: run it again alone.");
        }
    }
}
