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

    public CommitLog Commits { get; } = new(context.Store.Open(context.Settings.CommitList), context.Store.Open(context.Settings.CommitRead));

    public async Task<CatalogState> ReadAsync(CancellationToken cancellationToken)
    {
        var folder = LoadMetadata();
        var database = folder.Database ?? throw StageException.SettingsWrong(
            $"'{folder.Path}' has no database.json. Add one: it names the database and says what it is.");
        Log.MetadataLoaded(logger, database.Name, folder.Tables.Count, folder.Path);
        NameAdvice.Require(database);
        foreach (var problem in TypeAgreement.Problems(folder.Tables).Concat(NameAdvice.Problems(folder.Tables)))
        {
            Log.Trap(logger, problem);
        }

        var commit = await Commits.NewestAsync(cancellationToken) ?? throw StageException.DataFailed(
            $"'{_settings.CuratedPath}' has no commit yet: there is nothing to deploy. Run run-curated first.");
        Log.CommitRead(logger, commit.Number, commit.Version, commit.GitTag.ToString());
        return new CatalogState(database, folder.Tables, commit);
    }

    /// <summary>
    /// False if a newer commit is there than the one that was deployed: a slow run may have written over what a faster one
    /// had deployed of it.
    /// </summary>
    public async Task<bool> IsNewestAsync(Commit commit, CancellationToken cancellationToken) =>
        await Commits.NewestNumberAsync(cancellationToken) == commit.Number;

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
