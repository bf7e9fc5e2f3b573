using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>What listings say of single objects: each folder is listed once, however many of its objects are asked for.</summary>
internal sealed class Stored
{
    private readonly Dictionary<S3Location, StoredObject> _found = [];

    private Stored()
    {
    }

    /// <summary>Those that are there.</summary>
    public IReadOnlyCollection<StoredObject> All => _found.Values;

    public static async Task<Stored> FindAsync(ListHandle list, IEnumerable<S3Location> wanted, CancellationToken cancellationToken)
    {
        var stored = new Stored();
        foreach (var folder in wanted.GroupBy(location => location.Folder))
        {
            var locations = folder.ToHashSet();
            await foreach (var found in list.BelowAsync(folder.Key, cancellationToken))
            {
                if (locations.Contains(found.Location))
                {
                    stored._found.Add(found.Location, found);
                }
            }
        }

        return stored;
    }

    public StoredObject? Find(S3Location location) => _found.GetValueOrDefault(location);

    /// <exception cref="ObjectMissingException">There was no such object.</exception>
    public StoredObject At(S3Location location) => Find(location) ?? throw ObjectMissingException.Gone(location);
}
