using Slipstream.Catalog.Commits;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>One partition, or the whole of a table that has none, as one local Parquet file.</summary>
internal sealed record MadePartition(IReadOnlyList<PartitionValue> Values, string File, long Rows)
{
    /// <summary>The folder below the table's, <c>a=1/b=2</c>, or empty.</summary>
    public string Folder => string.Join('/', Values.Select(value => value.Segment));
}
