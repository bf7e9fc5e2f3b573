using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Lineage;

namespace Slipstream.Stages.RunCurated.Incremental;

/// <summary>Decides whether new rows can be added to what is committed and give what making everything anew would give.</summary>
internal sealed class BasisFinder(RunCuratedSettings settings, PipelineDefinition definition, CommitLog log)
{
    /// <summary>The basis, or why there is none: a clause for a log line.</summary>
    public async Task<(Basis? Basis, string Reason)> FindAsync(
        IReadOnlyList<RawListing> listings, Commit? newest, CancellationToken cancellationToken)
    {
        if (newest?.LatestRun is not { } run)
        {
            return (null, newest is null ? "there is no commit yet" : $"commit {Text(newest.Number)} does not say what it read");
        }

        var latest = run.Commit == newest.Number ? newest : await log.ReadAsync(run.Commit, cancellationToken);
        var basis = new Basis(newest, latest);
        var reason = OfRun(latest) ?? listings.Select(listing => OfHistory(basis, listing)).FirstOrDefault(found => found is not null) ?? OfTables(basis);
        return reason is null ? (basis, string.Empty) : (null, reason);
    }

    private static string? OfHistory(Basis basis, RawListing listing)
    {
        var read = basis.Latest.Extracts.FirstOrDefault(extracts => extracts.Table == listing.Table.Name);
        if (read is null)
        {
            return $"commit {Text(basis.Latest.Number)} did not read raw.{listing.Table.Name}";
        }

        var old = listing.Extracts.Where(extract => extract.Landed <= read.Newest).ToList();
        return old.Count == read.Objects && old.Sum(extract => extract.Stored.Length) == read.Bytes
            ? null
            : $"raw.{listing.Table.Name} has {Text(old.Count)} extracts up to {read.Newest} where commit {Text(basis.Latest.Number)} read {Text(read.Objects)}, or others";
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private string? OfRun(Commit latest) =>
        latest.RunTimestamp > settings.RunTimestamp ? $"the later run {latest.RunTimestamp} is committed already"
        : latest.SqlHash != definition.SqlHash ? "the SQL has changed"
        : latest.MetadataHash != definition.MetadataHash ? "the metadata have changed"
        : latest.GitTag != settings.Host.GitTag ? "the release has changed"
        : null;

    private string? OfTables(Basis basis)
    {
        var other = definition.CuratedTables.FirstOrDefault(table => table.Incremental != IncrementalMode.None
            && basis.State.Table(table.Name)?.Slices.Any(slice => slice.Day is null && slice.Version == basis.Latest.Version) != true);
        return other is null ? null : $"curated.{other.Name} is not committed as one run has made it";
    }
}
