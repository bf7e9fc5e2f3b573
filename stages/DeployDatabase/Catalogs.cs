using Slipstream.Catalog;
using Slipstream.Catalog.DuckDbFiles;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Directories;
using Slipstream.StageHost;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>Opens the catalogue that the settings name.</summary>
internal static class Catalogs
{
    public static ICatalog Open(StageContext<DeployDatabaseSettings> context)
    {
        var catalog = context.Settings.Catalog.Directory ?? throw StageException.SettingsWrong(
            "CATALOG is 'glue', but this release has no catalogue but DuckDB files. Set CATALOG to a directory, such as file:///data/catalogue.");
        var store = context.Settings.Host.ObjectStore.Directory ?? throw StageException.SettingsWrong(
            $"CATALOG is '{context.Settings.Catalog}', whose views read local files, but OBJECT_STORE is 's3'. Set OBJECT_STORE to the directory that holds the buckets, such as file:///data/buckets.");
        return new DuckDbFileCatalog(catalog, new DirectoryObjectStore(store), context.WorkDirectory);
    }
}
