using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>What was found by reading a Parquet file from end to end.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns and their types.</param>
/// <param name="Nulls">The columns that hold nulls, and how many.</param>
/// <param name="Keys">The ranges of key columns that were asked for.</param>
internal sealed record FileFacts(
    long Bytes,
    Sha256Hash Sha256,
    long Rows,
    IReadOnlyList<CommitColumn> Columns,
    IReadOnlyDictionary<string, long> Nulls,
    IReadOnlyList<CommitKeyRange> Keys)
{
    public CommitFile At(S3Location location) => new(location, Bytes, Sha256, Rows, Nulls, Keys.Count > 0 ? Keys : null);
}
