using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>
/// Puts the parts of a run under its version's folders and then commits by putting one numbered object. Until that object
/// is there the old state holds; of two runs that want the same number one gets it and the other plans again.
/// </summary>
internal sealed class Publisher(StageContext<RunCuratedSettings> context, CommitLog log, IEngine engine, ILogger logger)
{
    private const long FirstNumber = 1;
    private readonly RunCuratedSettings _settings = context.Settings;

    /// <summary>Publishes what is not current yet.</summary>
    public async Task<Publication> PublishAsync(
        IReadOnlyList<MadeTable> made, RunVersion version, IReadOnlyList<CommitInput> inputs, CancellationToken cancellationToken)
    {
        var parts = new PartUploader(context, engine, logger);
        while (true)
        {
            var newest = await log.NewestAsync(cancellationToken);
            var plan = PublicationPlan.Make(made, newest, version.Name, _settings.RunTimestamp);
            if (plan.ChangesNothing(newest))
            {
                return new Publication(newest!, plan, IsNew: false);
            }

            var commit = await StageAsync(plan, newest, version, inputs, parts, cancellationToken);
            if (await log.TryAppendAsync(commit, context.Store.Open(_settings.CuratedWrite), cancellationToken))
            {
                Log.Committed(logger, commit.Number, log.LocationOf(commit.Number).ToString(), version.Name);
                return new Publication(commit, plan, IsNew: true);
            }

            Log.NumberTaken(logger, commit.Number);
        }
    }

    private async Task<Commit> StageAsync(
        PublicationPlan plan,
        Commit? newest,
        RunVersion version,
        IReadOnlyList<CommitInput> inputs,
        PartUploader parts,
        CancellationToken cancellationToken)
    {
        var partitions = plan.Kept.ToDictionary(kept => kept.Key, kept => kept.Value.ToList(), StringComparer.Ordinal);
        foreach (var (table, partition) in plan.Taken)
        {
            partitions[table.Table.Name].Add(new CommitPartition
            {
                Values = partition.Values,
                Version = version.Name,
                RunTimestamp = _settings.RunTimestamp,
                Files = [await parts.PutAsync(table, partition, version.Name, cancellationToken)],
            });
        }

        return new Commit
        {
            Number = (newest?.Number ?? FirstNumber - 1) + 1,
            Version = version.Name,
            RunTimestamp = _settings.RunTimestamp,
            SnapshotDate = _settings.SnapshotDate,
            GitTag = _settings.Host.GitTag,
            SqlHash = version.SqlHash,
            MetadataHash = version.MetadataHash,
            Inputs = inputs,
            Tables = [.. partitions.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => new CommitTable(
                table.Key, [.. table.Value.OrderBy(partition => partition.Folder, StringComparer.Ordinal)]))],
        };
    }
}
