using Microsoft.Extensions.Logging;
using Slipstream.Catalog;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;

namespace Slipstream.Stages.DeployDatabase.Versions;

/// <summary>
/// Removes the files of versions that nothing shows any more, after the catalogue has been repointed. What goes is named by an older
/// commit, by none of those that are kept, and lies in no folder that the catalogue points to; everything else stays, whatever it
/// is. A sweep that was cut off is continued by the next: the listing says what is left.
/// </summary>
internal sealed class VersionSweep(StageContext<DeployDatabaseSettings> context, CommitLog commits, ICatalog catalog, ILogger logger)
{
    // So many files at most are deleted after the newest commit has been looked at.
    private const int Batch = 200;
    private const int AtOnce = 8;

    private readonly DeployDatabaseSettings _settings = context.Settings;

    public async Task RunAsync(CatalogState deployed, CancellationToken cancellationToken)
    {
        // Published in place there are no versions.
        var old = deployed.Commit.IsInPlace ? [] : await OldAsync(deployed.Commit, cancellationToken);
        if (old.Count == 0)
        {
            return;
        }

        var pointers = (await catalog.PointersAsync(deployed, cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var free = old.Where(file => !FoldersOf(file.Location).Any(pointers.Contains)).ToList();
        if (free.Count < old.Count)
        {
            Log.OldFilesShown(logger, old.Count - free.Count);
        }

        var removed = await RemoveAsync(free, deployed.Commit, cancellationToken);
        if (removed > 0)
        {
            Log.OldFilesRemoved(logger, removed, _settings.KeepVersions);
        }
    }

    // All that it lies in, each with a slash at its end.
    private static IEnumerable<string> FoldersOf(S3Location file)
    {
        var path = file.ToString();
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..(slash + 1)];
        }
    }

    private async Task<List<StoredObject>> OldAsync(Commit newest, CancellationToken cancellationToken)
    {
        var numbers = await commits.NumbersAsync(cancellationToken);
        var kept = await KeptVersions.ReadAsync(commits, newest, _settings.KeepVersions, numbers, cancellationToken);
        var candidates = new Dictionary<VersionFolder, List<StoredObject>>();
        await foreach (var stored in context.Store.Open(_settings.CuratedList).AllAsync(cancellationToken))
        {
            if (VersionFolder.Of(stored.Location) is { } folder && folder.Commit <= newest.Number && numbers.Contains(folder.Commit) && !kept.Has(stored.Location))
            {
                candidates.TryAdd(folder, []);
                candidates[folder].Add(stored);
            }
        }

        List<StoredObject> old = [];
        foreach (var (folder, files) in candidates)
        {
            old.AddRange(Named(await commits.ReadAsync(folder.Commit, cancellationToken), folder, files));
        }

        return old;
    }

    // An attempt that did not become the commit is run-curated's to clear, and what no commit names is not ours.
    private static IEnumerable<StoredObject> Named(Commit commit, VersionFolder folder, IEnumerable<StoredObject> files)
    {
        var named = commit.Files.ToDictionary(file => file.Location, file => file.Bytes);
        return commit.Attempt == folder.Attempt ? files.Where(file => named.TryGetValue(file.Location, out var bytes) && bytes == file.Length) : [];
    }

    private async Task<int> RemoveAsync(IEnumerable<StoredObject> files, Commit deployed, CancellationToken cancellationToken)
    {
        var delete = context.Store.Open(_settings.CuratedDelete);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        var removed = 0;
        foreach (var batch in files.Chunk(Batch))
        {
            if (await commits.NewestNumberAsync(cancellationToken) != deployed.Number)
            {
                Log.NewerCommit(logger);
                break;
            }

            await Parallel.ForEachAsync(batch, options, async (file, cancel) =>
            {
                if (await delete.DeleteAsync(file, cancel) == DeleteOutcome.Deleted)
                {
                    Interlocked.Increment(ref removed);
                }
            });
        }

        return removed;
    }
}
