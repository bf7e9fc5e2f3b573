using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>Puts parts, once, several at the same time, and reads each back through the store.</summary>
internal sealed class PartUploader(StageContext<RunCuratedSettings> context, ILogger logger)
{
    private readonly RunCuratedSettings _settings = context.Settings;

    /// <exception cref="ObjectMissingException">A part vanished: another run has cleared this attempt.</exception>
    public async Task PutAsync(IEnumerable<PlacedFile> files, CancellationToken cancellationToken)
    {
        var wanted = files.Where(file => !file.IsThere).ToList();
        var carried = await Stored.FindAsync(
            context.Store.Open(_settings.CuratedList), wanted.Select(file => file.File.Carried).OfType<CommitFile>().Select(file => file.Location), cancellationToken);
        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions { MaxDegreeOfParallelism = _settings.Concurrency, CancellationToken = cancellationToken },
            async (file, token) => await PutAsync(file, carried, token));
    }

    private async Task PutAsync(PlacedFile file, Stored carried, CancellationToken cancellationToken)
    {
        var outcome = file.File.Carried is { } committed
            ? await context.Store.Open(_settings.CuratedWrite).CopyAsync(carried.At(committed.Location), file.Put, cancellationToken)
            : await UploadAsync(file, cancellationToken);
        var stored = (await context.Store.Open(_settings.CuratedRead).DigestAsync(file.Put, cancellationToken)).Sha256;
        if (stored != file.File.Sha256)
        {
            throw StageException.OutsideFailed(
                $"'{file.Put}' holds other bytes than were put there: SHA-256 {stored} instead of {file.File.Sha256}. Find out what changed it, remove it and run again.");
        }

        if (outcome == WriteOutcome.Created)
        {
            Log.PartPut(logger, file.Put.ToString(), file.File.Rows, file.Committed.Bytes);
        }
        else
        {
            Log.PartAdopted(logger, file.Put.ToString(), file.File.Rows);
        }
    }

    private async Task<WriteOutcome> UploadAsync(PlacedFile file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file.File.Path!);
        return await context.Store.Open(_settings.CuratedWrite).WriteAsync(file.Put, content, file.File.Sha256, cancellationToken);
    }
}
