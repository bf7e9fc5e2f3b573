using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Directories;

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
            : throw StageException.SettingsWrong("OBJECT_STORE 's3' is not available in this build.");
    }
}
