using System.Collections.Concurrent;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Incremental;

/// <summary>Brings committed parts to local disk, each at most once, and only if they are the bytes that were committed.</summary>
internal sealed class CommittedFiles(StageContext<RunCuratedSettings> context)
{
    private const string Folder = "committed";
    private readonly ConcurrentDictionary<S3Location, string> _files = new();

    /// <summary>The local files of parts, those fetched that are carried over.</summary>
    public async Task<IReadOnlyList<string>> LocalAsync(IEnumerable<MadeFile> files, CancellationToken cancellationToken)
    {
        var local = new List<string>();
        foreach (var file in files)
        {
            local.Add(file.Path ?? await FetchAsync(file.Carried!, cancellationToken));
        }

        return local;
    }

    public async Task<string> FetchAsync(CommitFile committed, CancellationToken cancellationToken)
    {
        if (_files.TryGetValue(committed.Location, out var known))
        {
            return known;
        }

        var file = Path.Combine(context.WorkDirectory, Folder, Path.GetRandomFileName() + ".parquet");
        try
        {
            await using var source = await context.Store.Open(context.Settings.CuratedRead).OpenAsync(committed.Location, cancellationToken);
            var hash = (await Content.CopyAsync(source, file, cancellationToken)).Sha256;
            return hash == committed.Sha256
                ? _files[committed.Location] = file
                : throw StageException.OutsideFailed(
                    $"'{committed.Location}' holds other bytes than were committed: SHA-256 {hash} instead of {committed.Sha256}. Find out what changed it; INPUT=all makes it anew.");
        }
        catch (ObjectMissingException exception)
        {
            throw StageException.OutsideFailed($"{exception.Message} The newest commit names it; INPUT=all makes it anew.", exception);
        }
    }
}
