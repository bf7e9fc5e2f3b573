using Microsoft.Extensions.Logging;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Reports;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>
/// Checks and moves everything in land, several objects at the same time. When a call to the outside fails, no further
/// object is begun, and those under way are brought to their end.
/// </summary>
internal sealed class LandPass(
    StageContext<TestExtractSettings> context, ILogger logger, ObjectCheck check, IRunReport report, RejectedBefore rejected)
{
    private static readonly TimeSpan ProgressPause = TimeSpan.FromSeconds(5);

    public async Task<RunTally> RunAsync(CancellationToken cancellationToken)
    {
        var settings = context.Settings;
        var tally = new RunTally(settings.RunTimestamp);
        await rejected.ReadAsync(cancellationToken);
        var mover = new Mover(context, logger, rejected);
        await using var progress = context.Time.CreateTimer(
            _ => Log.Progress(logger, tally.Objects, tally.Failed + tally.Skipped, tally.Bytes), null, ProgressPause, ProgressPause);
        await Parallel.ForEachAsync(
            context.Store.Open(settings.LandList).AllAsync(cancellationToken).Select(Begin),
            new ParallelOptions { MaxDegreeOfParallelism = settings.Concurrency, CancellationToken = cancellationToken },
            // Not the loop's own token: it would stop the others half-way when one fails.
            async (stored, _) => await TreatAsync(stored, mover, tally, cancellationToken));
        return tally;
    }

    // The loop takes one object after another from the listing: this is the order of their keys.
    private StoredObject Begin(StoredObject stored)
    {
        report.Begin(stored);
        return stored;
    }

    private async Task TreatAsync(StoredObject stored, Mover mover, RunTally tally, CancellationToken cancellationToken)
    {
        try
        {
            await CheckAndMoveAsync(stored, mover, tally, cancellationToken);
            report.End(stored, null);
        }
        catch (Exception exception)
        {
            report.End(stored, exception);
            throw;
        }
    }

    private async Task CheckAndMoveAsync(StoredObject stored, Mover mover, RunTally tally, CancellationToken cancellationToken)
    {
        if (rejected.Find(stored) is { } skipped)
        {
            Log.Skipped(logger, stored.Location.ToString(), skipped.Findings.ToString());
            tally.Skip(skipped);
            return;
        }

        Log.ObjectFound(logger, stored.Location.ToString(), stored.Length);
        var result = await check.RunAsync(stored, cancellationToken);
        await report.AddAsync(result, cancellationToken);
        var verdict = await mover.MoveAsync(result, cancellationToken);
        await report.MovedAsync(verdict, cancellationToken);
        tally.Add(verdict);
    }
}
