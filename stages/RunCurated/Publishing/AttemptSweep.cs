using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>
/// Removes what attempts have left that can no longer commit. An attempt is bound to one number: while the number is free
/// it may still be under way and is let be, however old; once another has it, no reader will ever see its parts.
/// </summary>
internal sealed class AttemptSweep(StageContext<RunCuratedSettings> context, CommitLog log, AttemptLog attempts, ILogger logger)
{
    private readonly RunCuratedSettings _settings = context.Settings;

    public async Task RunAsync(Commit newest, CancellationToken cancellationToken)
    {
        foreach (var (stored, attempt) in await attempts.AllAsync(cancellationToken))
        {
            if (attempt.Number > newest.Number)
            {
                continue;
            }

            var commit = attempt.Number == newest.Number ? newest : await log.ReadAsync(attempt.Number, cancellationToken);
            var isCommitted = commit.Attempt == attempt.Name;
            if (!isCommitted || commit.IsInPlace)
            {
                var removed = await RemoveAsync(attempt, newest, cancellationToken);
                Log.AttemptCleared(logger, attempt.Name, removed, isCommitted ? "its parts were copied to their places" : "it was never committed");
            }

            await context.Store.Open(_settings.AttemptDelete).DeleteAsync(stored, cancellationToken);
        }
    }

    /// <summary>Removes the parts of an attempt that has just lost its number, unless the same attempt in another process has won it.</summary>
    public async Task ClearLostAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var commit = await log.ReadAsync(attempt.Number, cancellationToken);
        if (commit.Attempt != attempt.Name)
        {
            Log.AttemptCleared(logger, attempt.Name, await RemoveAsync(attempt, commit, cancellationToken), "another run has its number");
        }
    }

    private async Task<int> RemoveAsync(Attempt attempt, Commit newest, CancellationToken cancellationToken)
    {
        var current = newest.Tables.SelectMany(table => table.Partitions).SelectMany(partition => partition.Files).Select(file => file.Location).ToHashSet();
        var parts = attempt.Parts.Select(part => part.Location).Where(part => !current.Contains(part));
        var removed = 0;
        foreach (var stored in (await Stored.FindAsync(context.Store.Open(_settings.CuratedList), parts, cancellationToken)).All)
        {
            removed += await context.Store.Open(_settings.CuratedDelete).DeleteAsync(stored, cancellationToken) == DeleteOutcome.Deleted ? 1 : 0;
        }

        return removed;
    }
}
