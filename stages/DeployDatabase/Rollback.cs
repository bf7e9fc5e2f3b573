using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.DeployDatabase.Versions;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>
/// Finds the state that a version of the database had, and says it once more as the newest commit. What was read for it is not
/// repeated: the next run with <c>INPUT=since-last</c> makes everything anew.
/// </summary>
internal sealed class Rollback(StageContext<DeployDatabaseSettings> context, CommitLog commits)
{
    /// <summary>The commit that would follow the newest; the newest itself if it is of that version.</summary>
    /// <exception cref="StageException">There is no such version, or its files are gone.</exception>
    public async Task<Commit> FindAsync(string version, Commit newest, CancellationToken cancellationToken)
    {
        for (var commit = newest; ; commit = await commits.ReadAsync(commit.Number - 1, cancellationToken))
        {
            if (commit.Version == version)
            {
                return commit.Number == newest.Number ? newest : await NextAsync(commit, newest, cancellationToken);
            }

            if (commit.Number == 1)
            {
                var stored = await StoredVersions.ReadAsync(context.Store.Open(context.Settings.CuratedList), cancellationToken);
                throw StageException.SettingsWrong(
                    $"No commit of '{context.Settings.CuratedPath}' has the version '{version}'. {await stored.WholeAsync(commits, newest, cancellationToken)}");
            }
        }
    }

    /// <returns>False if another run has committed meanwhile.</returns>
    public Task<bool> TryCommitAsync(Commit commit, CancellationToken cancellationToken) =>
        commits.TryAppendAsync(commit, context.Store.Open(context.Settings.CommitWrite), cancellationToken);

    private async Task<Commit> NextAsync(Commit old, Commit newest, CancellationToken cancellationToken)
    {
        if (old.IsInPlace || newest.IsInPlace)
        {
            throw StageException.SettingsWrong(
                $"'{context.Settings.CuratedPath}' is published in place: older files are overwritten, and there is no version to go back to. Run run-curated for the run that you want.");
        }

        var stored = await StoredVersions.ReadAsync(context.Store.Open(context.Settings.CuratedList), cancellationToken);
        return stored.MissingOf(old) is not { } missing
            ? old with { Number = newest.Number + 1, Attempt = null, LatestRun = null, Inputs = [], Extracts = [], Reconciliations = [] }
            : throw StageException.OutsideFailed(
                $"'{missing.Location}', a file of commit {old.Number.ToString(CultureInfo.InvariantCulture)}, is not there any more, or is another. Restore it, or go back to another version. {await stored.WholeAsync(commits, newest, cancellationToken)}");
    }
}
