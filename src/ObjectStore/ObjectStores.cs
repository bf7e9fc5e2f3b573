using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.S3;

namespace Slipstream.ObjectStore;

/// <summary>Opens the store that the settings name.</summary>
public static class ObjectStores
{
    /// <summary>Opens the store; nothing is asked of it yet.</summary>
    public static IObjectStore Open(HostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.ObjectStore.Directory is { } directory
            ? new DirectoryObjectStore(directory)
            : S3ObjectStore.Open(settings);
    }
}
