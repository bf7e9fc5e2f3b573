using Microsoft.Extensions.Logging;
using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.AwsJson.Handles;
using Slipstream.Catalog;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.DeployDatabase.Versions;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>
/// Makes the catalogue equal to the metadata and the newest commit. If another run deploys at the same time, the one that
/// comes second reads everything again, so that the newest commit stays.
/// </summary>
internal sealed class DeployDatabaseStage(
    StageContext<DeployDatabaseSettings> context, Func<AmazonGlueClient> openGlue, Func<AmazonAthenaClient> openAthena) : IStage
{
    private const int Tries = 10;

    private readonly ILogger _logger = context.Loggers.CreateLogger(DeployDatabaseSettings.Stage);

    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        using var clients = new StageClients(context.Capabilities, context.IsPlan, openGlue, openAthena);
        var catalog = Catalogs.Open(context, clients);
        var desired = new DesiredState(context, _logger);
        return context.Action is { Name: DeployDatabaseSettings.ToVersion, Arguments: var versions }
            ? await GoBackAsync(catalog, desired, Single(versions), cancellationToken)
            : await DeployAsync(catalog, desired, cancellationToken);
    }

    private async Task<StageResult> DeployAsync(ICatalog catalog, DesiredState desired, CancellationToken cancellationToken)
    {
        for (var i = 0; i < Tries; i++)
        {
            var state = await desired.ReadAsync(cancellationToken);
            var plan = await catalog.PlanAsync(state, cancellationToken);
            Print(state, plan);
            if (context.IsPlan)
            {
                return Result(state, plan);
            }

            if (await plan.ApplyAsync(cancellationToken) && await desired.IsNewestAsync(state.Commit, cancellationToken))
            {
                await SweepAsync(catalog, desired, state, cancellationToken);
                return Result(state, plan);
            }

            Log.PlanAgain(_logger);
        }

        throw StageException.OutsideFailed(
            $"Other runs have changed the catalogue '{context.Settings.Catalog}' {Tries} times while this one was planning. Let one run deploy at a time.");
    }

    // Who goes back in a hurry keeps everything; the next run of the stage removes what is old then.
    private async Task SweepAsync(ICatalog catalog, DesiredState desired, CatalogState state, CancellationToken cancellationToken)
    {
        if (context.Action is null)
        {
            await new VersionSweep(context, desired.Commits, catalog, _logger).RunAsync(state, cancellationToken);
        }
    }

    // The plan comes first: metadata that do not fit the old files are found before anything is committed.
    private async Task<StageResult> GoBackAsync(ICatalog catalog, DesiredState desired, string version, CancellationToken cancellationToken)
    {
        var rollback = new Rollback(context, desired.Commits);
        for (var i = 0; i < Tries; i++)
        {
            var newest = await desired.ReadAsync(cancellationToken);
            var state = newest with { Commit = await rollback.FindAsync(version, newest.Commit, cancellationToken) };
            var plan = await catalog.PlanAsync(state, cancellationToken);
            if (context.IsPlan)
            {
                Print(state, plan);
                return Result(state, plan);
            }

            if (state.Commit.Number == newest.Commit.Number || await rollback.TryCommitAsync(state.Commit, cancellationToken))
            {
                Log.WentBack(_logger, version, state.Commit.Number);
                return await DeployAsync(catalog, desired, cancellationToken);
            }

            Log.PlanAgain(_logger);
        }

        throw StageException.OutsideFailed($"Other runs have committed {Tries} times while this one was planning. Let one run at a time.");
    }

    private static string Single(IReadOnlyList<string> versions) => versions is [var version]
        ? version
        : throw StageException.SettingsWrong($"'{DeployDatabaseSettings.ToVersion}' wants one version. Name the one to go back to.");

    private void Print(CatalogState state, ICatalogPlan plan)
    {
        Log.Changes(_logger, context.Settings.Catalog.ToString());
        foreach (var line in PlanText.Lines(plan))
        {
            Log.Change(_logger, line);
        }

        if (context.Settings.PlanPath is { } path)
        {
            PlanJson.Write(path, state, plan);
            Log.PlanWritten(_logger, path);
        }
    }

    private StageResult Result(CatalogState state, ICatalogPlan plan)
    {
        var rows = plan.Changes.Sum(change => change.New?.Rows ?? 0);
        return new StageResult(ExitCode.Done, Summary(state, plan))
        {
            RowsIn = rows,
            RowsOut = rows,
            Facts = PlanJson.ResultOf(state, plan),
        };
    }

    private string Summary(CatalogState state, ICatalogPlan plan)
    {
        var tables = string.Join(", ", state.Tables.Select(table => table.Name));
        var what = $"commit {state.Commit.Number} of database '{state.Database.Name}' ({tables})";
        return (plan.IsUnchanged, context.IsPlan) switch
        {
            (true, true) => $"Nothing would change: the catalogue shows {what} already.",
            (true, false) => $"The catalogue shows {what} already: unchanged.",
            (false, true) => $"The catalogue would change, and would show {what}.",
            (false, false) => $"The catalogue shows {what}.",
        };
    }
}
