using Slipstream.AwsJson;
using Slipstream.AwsJson.Errors;
using Slipstream.AwsJson.Glue;
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
    public static ICatalog Open(StageContext<DeployDatabaseSettings> context, AmazonGlueClient? glue)
    {
        var settings = context.Settings;
        if (glue is not null)
        {
            return new GlueCatalog(glue, new GlueCatalogOptions(settings.CuratedPath, settings.GlueStyle, settings.RemoveTables), context.Time);
        }

        var store = settings.Host.ObjectStore.Directory ?? throw StageException.SettingsWrong(
            $"CATALOG is '{settings.Catalog}', whose views read local files, but OBJECT_STORE is 's3'. Set OBJECT_STORE to the directory that holds the buckets, such as file:///data/buckets.");
        return new DuckDbFileCatalog(settings.Catalog.Directory!, new DirectoryObjectStore(store), context.WorkDirectory);
    }

    /// <summary>The client that the settings ask for; null for a catalogue of files.</summary>
    public static AmazonGlueClient? Connect(DeployDatabaseSettings settings, Func<AmazonGlueClient> open)
    {
        if (settings.Catalog.Directory is not null)
        {
            return null;
        }

        RequireS3(settings.Host);
        try
        {
            return open();
        }
        catch (AwsException exception)
        {
            throw AwsAdvice.ToStage(exception);
        }
    }

    private static void RequireS3(HostSettings host)
    {
        if (host.ObjectStore.Directory is not null)
        {
            throw StageException.SettingsWrong(
                $"CATALOG is 'glue', whose readers read S3, but OBJECT_STORE is '{host.ObjectStore}'. Set OBJECT_STORE to 's3', or CATALOG to a directory.");
        }
    }
}
