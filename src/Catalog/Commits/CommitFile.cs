using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Commits;

/// <summary>One data file.</summary>
/// <param name="Location">The object.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Nulls">The columns that hold nulls and how many; null in commits of v0.1.0.</param>
/// <param name="Keys">The ranges of its key and unique columns, if rows are added to the table; null if not.</param>
public sealed record CommitFile(
    S3Location Location,
    long Bytes,
    Sha256Hash Sha256,
    long Rows,
    IReadOnlyDictionary<string, long>? Nulls = null,
    IReadOnlyList<CommitKeyRange>? Keys = null);
