using Slipstream.AwsJson.Handles;
using Slipstream.Catalog;
using Slipstream.Catalog.DuckDbFiles;
using Slipstream.Catalog.Glue;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Directories;
using Slipstream.StageHost;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>Opens the catalogue that the settings name.</summary>
internal static class Catalogs
{
    public static ICatalog Open(StageContext<DeployDatabaseSettings> context, StageClients clients) => context.Settings.Catalog.Directory is { } directory
        ? InFiles(context, directory)
        : OnGlue(context, clients);

    private static DuckDbFileCatalog InFiles(StageContext<DeployDatabaseSettings> context, string directory)
    {
        if (context.Settings.PartitionRefresh != PartitionRefresh.Glue)
        {
            throw StageException.SettingsWrong(
                $"PARTITION_REFRESH asks for Athena, which has no part in the catalogue '{context.Settings.Catalog}'. Leave it out, or set CATALOG to 'glue'.");
        }

        var store = context.Settings.Host.ObjectStore.Directory ?? throw StageException.SettingsWrong(
            $"CATALOG is '{context.Settings.Catalog}', whose views read local files, but OBJECT_STORE is 's3'. Set OBJECT_STORE to the directory that holds the buckets, such as file:///data/buckets.");
        return new DuckDbFileCatalog(directory, new DirectoryObjectStore(store), context.WorkDirectory);
    }

    private static GlueCatalog OnGlue(StageContext<DeployDatabaseSettings> context, StageClients clients)
    {
        var settings = context.Settings;
        return settings.Host.ObjectStore.Directory is null
            ? new GlueCatalog(
                clients, new GlueCatalogOptions(settings.CuratedPath, settings.GlueStyle, settings.GlueTables!, settings.GluePartitions!, settings.AthenaPartitions), context.Time)
            : throw StageException.SettingsWrong(
                $"CATALOG is 'glue', whose readers read S3, but OBJECT_STORE is '{settings.Host.ObjectStore}'. Set OBJECT_STORE to 's3', or CATALOG to a directory.");
    }
}
