using Slipstream.Contracts;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>Finds out what a listing says of single objects.</summary>
internal static class Stored
{
    /// <exception cref="ObjectMissingException">There is no such object.</exception>
    public static async Task<StoredObject> AtAsync(ListHandle list, S3Location location, CancellationToken cancellationToken) =>
        await FindAsync(list, location, cancellationToken) ?? throw ObjectMissingException.Gone(location);

    public static async Task<StoredObject?> FindAsync(ListHandle list, S3Location location, CancellationToken cancellationToken)
    {
        await foreach (var stored in list.BelowAsync(location.Folder, cancellationToken))
        {
            if (stored.Location == location)
            {
                return stored;
            }
        }

        return null;
    }
}
