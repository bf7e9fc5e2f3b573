using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Stages.Extract.Landing;

/// <summary>Finds what earlier tries of the run have landed, wherever it is by now.</summary>
internal sealed class EarlierTries(ExtractSettings settings, StageStore store)
{
    /// <summary>The run's chunks that exist, by name, and where.</summary>
    public async Task<IReadOnlyDictionary<string, S3Location>> FindAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        var found = new SortedDictionary<string, S3Location>(StringComparer.Ordinal);
        foreach (var (folder, handle) in Folders())
        {
            await foreach (var stored in handle.BelowAsync(folder, cancellationToken))
            {
                if (Chunk.IsWhole(stored.Location, settings) || Chunk.IsPiece(stored.Location, settings))
                {
                    found.TryAdd(stored.Location.Name, RequireSameCut(stored.Location, chunks));
                }
            }
        }

        return found;
    }

    private IEnumerable<(S3Prefix Folder, ListHandle Handle)> Folders()
    {
        yield return (FolderIn(settings.LandPath), store.Open(settings.LandedList));
        yield return (FolderIn(settings.RawHistPath), store.Open(settings.RawHistList));
        if (settings is { QuarantinePath: { } path, QuarantineList: { } list })
        {
            yield return (FolderIn(path), store.Open(list));
        }
    }

    private S3Prefix FolderIn(S3Prefix dataset) => settings.RunTimestamp.FolderIn(dataset.Folder(settings.Table));

    // With another number of requests the rows are cut into other objects, and no one could say what is missing.
    private S3Location RequireSameCut(S3Location location, IReadOnlyList<Chunk> chunks) => Chunk.IsWhole(location, settings) || chunks.Any(chunk => chunk.Name == location.Name)
        ? location
        : throw StageException.SettingsWrong(
            $"An earlier try of this run has landed '{location}', which is no object of an extract of {settings.Requests} requests. Set REQUESTS to what it was then, or take another RUN_TIMESTAMP.");
}
