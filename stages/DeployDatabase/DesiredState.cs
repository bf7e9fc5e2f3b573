using Microsoft.Extensions.Logging;
using Slipstream.Catalog;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.StageHost;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>Reads what the catalogue should show: the metadata and the newest commit.</summary>
internal sealed class DesiredState(StageContext<DeployDatabaseSettings> context, ILogger logger)
{
    private readonly DeployDatabaseSettings _settings = context.Settings;

    public async Task<CatalogState> ReadAsync(CancellationToken cancellationToken)
    {
        var folder = LoadMetadata();
        var database = folder.Database ?? throw StageException.SettingsWrong(
            $"'{folder.Path}' has no database.json. Add one: it names the database and says what it is.");
        Log.MetadataLoaded(logger, database.Name, folder.Tables.Count, folder.Path);

        var commits = new CommitLog(context.Store.Open(_settings.CommitList), context.Store.Open(_settings.CommitRead));
        var commit = await commits.NewestAsync(cancellationToken) ?? throw StageException.DataFailed(
            $"'{_settings.CuratedPath}' has no commit yet: there is nothing to deploy. Run run-curated first.");
        Log.CommitRead(logger, commit.Number, commit.Version, commit.GitTag.ToString());
        return new CatalogState(database, folder.Tables, commit);
    }

    private MetadataFolder LoadMetadata()
    {
        try
        {
            return MetadataFolder.Load(_settings.CuratedMetaData);
        }
        catch (MetadataException exception)
        {
            throw StageException.SettingsWrong(exception.Message, exception);
        }
    }
}
