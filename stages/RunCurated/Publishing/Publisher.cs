using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>
/// Puts the parts of a run under folders of its own and then commits by putting one numbered object. Until that object is
/// there the old state holds; of two runs that want the same number one gets it and the other plans again.
/// </summary>
internal sealed class Publisher(
    StageContext<RunCuratedSettings> context, CommitLog log, AttemptLog attempts, AttemptSweep sweep, ILogger logger)
{
    private const long FirstNumber = 1;
    private readonly RunCuratedSettings _settings = context.Settings;
    private readonly Places _places = new(context.Settings);

    /// <summary>Publishes what is not current yet.</summary>
    /// <returns>Null if rows were added to a state that another run has replaced meanwhile: add to the new one.</returns>
    public async Task<Publication?> PublishAsync(IReadOnlyList<MadeTable> made, Commit? seen, RunFacts run, CancellationToken cancellationToken)
    {
        for (var newest = seen; ; newest = await log.NewestAsync(cancellationToken))
        {
            if (seen?.Number != newest?.Number && made.Any(table => table.IsAddition))
            {
                return null;
            }

            var plan = PublicationPlan.Make(made, newest, run);
            if (plan.ChangesNothing(newest))
            {
                return new Publication(newest!, plan, IsNew: false);
            }

            var commit = await TryCommitAsync(plan, newest, run, cancellationToken);
            if (commit is not null)
            {
                Log.Committed(logger, commit.Number, log.LocationOf(commit.Number).ToString(), run.Version.Name);
                return new Publication(commit, plan, IsNew: true);
            }

            Log.NumberTaken(logger, NumberAfter(newest));
        }
    }

    /// <summary>The number of the commit that would follow.</summary>
    public static long NumberAfter(Commit? newest) => (newest?.Number ?? FirstNumber - 1) + 1;

    private async Task<Commit?> TryCommitAsync(PublicationPlan plan, Commit? newest, RunFacts run, CancellationToken cancellationToken)
    {
        var number = NumberAfter(newest);
        var write = context.Store.Open(_settings.CuratedWrite);
        var attempt = await attempts.AnnounceAsync(i => AttemptOf(plan, number, run, i), write, cancellationToken);
        if (attempt.Try > 1)
        {
            Log.OtherBytes(logger, attempt.Version, attempt.Try);
        }

        var placed = plan.Taken.Select(taken => _places.Place(taken.Table, taken.Partition, attempt)).ToList();
        var commit = Describe(plan, newest, run, attempt, placed);
        if (await PutAsync(plan, placed, number, cancellationToken) && await log.TryAppendAsync(commit, write, cancellationToken))
        {
            return commit;
        }

        await sweep.ClearLostAsync(attempt, cancellationToken);
        return null;
    }

    /// <returns>False if another run has the number and has cleared this attempt meanwhile.</returns>
    private async Task<bool> PutAsync(
        PublicationPlan plan, IReadOnlyList<PlacedPartition> placed, long number, CancellationToken cancellationToken)
    {
        try
        {
            await new PartUploader(context, logger).PutAsync(placed.SelectMany(partition => partition.Files), cancellationToken);
            if (_settings.Publish == PublishMode.InPlace)
            {
                await new InPlaceSwitch(context, logger).ApplyAsync(plan, placed, cancellationToken);
            }

            return true;
        }
        catch (ObjectMissingException exception)
        {
            return await log.NewestNumberAsync(cancellationToken) >= number
                ? false
                : throw StageException.OutsideFailed($"{exception.Message} Find out what removed it, and run again.", exception);
        }
    }

    private Attempt AttemptOf(PublicationPlan plan, long number, RunFacts run, int i)
    {
        var attempt = new Attempt { Number = number, Version = run.Version.Name, Try = i, Parts = [] };
        var files = plan.Taken.SelectMany(taken => _places.Place(taken.Table, taken.Partition, attempt).Files).Where(file => !file.IsThere);
        return attempt with { Parts = [.. files.Select(file => new AttemptPart(file.Put, file.File.Sha256))] };
    }

    private Commit Describe(PublicationPlan plan, Commit? newest, RunFacts run, Attempt attempt, IReadOnlyList<PlacedPartition> placed)
    {
        var folder = _settings.Publish == PublishMode.Versions ? attempt.Name : null;
        return new Commit
        {
            Number = attempt.Number,
            Version = run.Version.Name,
            Attempt = attempt.Name,
            IsInPlace = _settings.Publish == PublishMode.InPlace,
            RunTimestamp = run.RunTimestamp,
            LatestRun = newest?.LatestRun is { } latest && latest.RunTimestamp > run.RunTimestamp ? latest : new CommitRun(attempt.Number, run.RunTimestamp),
            SnapshotDate = run.SnapshotDate,
            GitTag = _settings.Host.GitTag,
            SqlHash = run.Version.SqlHash,
            MetadataHash = run.Version.MetadataHash,
            Inputs = run.Inputs,
            Extracts = run.Extracts,
            Reconciliations = run.Reconciliations,
            Tables = [.. plan.Tables.Select(table => Describe(table, run, folder, placed))],
        };
    }

    private static CommitTable Describe(PlannedTable table, RunFacts run, string? folder, IReadOnlyList<PlacedPartition> placed)
    {
        var name = table.Made.Table.Name;
        var taken = placed.Where(partition => partition.Table == name).Select(partition => partition.Committed(run, folder));
        return new CommitTable(name, [.. table.Kept.Concat(taken).OrderBy(partition => partition.Folder, StringComparer.Ordinal)])
        {
            Slices = table.Slices,
            Schemas = table.Schemas,
        };
    }
}
