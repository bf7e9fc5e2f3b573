using Slipstream.Catalog.Commits;
using Slipstream.Contracts;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>What a run has read of one raw table, as its commit says it.</summary>
/// <param name="Table">The raw table.</param>
/// <param name="Listed">The objects that the commit lists.</param>
/// <param name="Chain">All objects, in totals.</param>
/// <param name="Newest">The time of the newest.</param>
/// <param name="Before">The totals of the commit that lists the earlier ones; null if all are listed.</param>
/// <param name="BeforeNumber">The number of that commit.</param>
internal sealed record TableLineage(
    string Table, IReadOnlyList<RawInput> Listed, ExtractChain Chain, LandTimestamp Newest, CommitExtracts? Before, long? BeforeNumber)
{
    /// <summary>Continues what a commit knows by the objects that were read now.</summary>
    public static TableLineage Continue(S3Prefix dataset, CommitExtracts before, long number, RawListing listing, IReadOnlyList<RawInput> read) => new(
        before.Table,
        read,
        read.Aggregate(ExtractChain.Of(before), (chain, input) => chain.Add(dataset, input.Input)),
        listing.Extracts[^1].Landed,
        before,
        number);

    /// <summary>All objects were read; those that the newest commit knows, if they come first, are left to it.</summary>
    public static TableLineage Of(S3Prefix dataset, RawListing listing, IReadOnlyList<RawInput> read, Commit? newest)
    {
        var known = newest?.Extracts.FirstOrDefault(extracts => extracts.Table == listing.Table.Name);
        var (chain, matches) = (ExtractChain.Empty, false);
        foreach (var input in read)
        {
            chain = chain.Add(dataset, input.Input);
            matches |= known is not null && chain == ExtractChain.Of(known);
        }

        return matches
            ? new TableLineage(listing.Table.Name, [.. read.Skip((int)known!.Objects)], chain, listing.Extracts[^1].Landed, known, newest!.Number)
            : new TableLineage(listing.Table.Name, read, chain, listing.Extracts[^1].Landed, null, null);
    }

    /// <summary>The totals for the commit, once the rows are counted.</summary>
    public CommitExtracts Totals(Func<RawInput, long> rowsOf) => new()
    {
        Table = Table,
        Objects = Chain.Objects,
        Bytes = Chain.Bytes,
        Rows = (Before?.Rows ?? 0) + Listed.Sum(rowsOf),
        Newest = Newest,
        Chain = Chain.Hash,
        Before = BeforeNumber,
    };
}
