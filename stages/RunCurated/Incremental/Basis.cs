using Slipstream.Catalog.Commits;
using Slipstream.Stages.RunCurated.Lineage;

namespace Slipstream.Stages.RunCurated.Incremental;

/// <summary>What a run with INPUT=since-last adds to.</summary>
/// <param name="State">The newest commit.</param>
/// <param name="Latest">The commit of the latest run: it names what has been read.</param>
internal sealed record Basis(Commit State, Commit Latest)
{
    /// <summary>The extracts that are newer than what has been read.</summary>
    public RawListing NewOf(RawListing listing)
    {
        var newest = ReadOf(listing).Newest;
        return listing with { Extracts = [.. listing.Extracts.Where(extract => extract.Landed > newest)] };
    }

    /// <summary>What has been read of a raw table.</summary>
    public CommitExtracts ReadOf(RawListing listing) => Latest.Extracts.First(extracts => extracts.Table == listing.Table.Name);
}
