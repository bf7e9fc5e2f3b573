using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Commits;

/// <summary>One object of raw-hist that a run has read.</summary>
/// <param name="Table">The raw table.</param>
/// <param name="Location">The object.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Rows">Its rows; null in commits of v0.1.0.</param>
public sealed record CommitInput(string Table, S3Location Location, long Bytes, Sha256Hash Sha256, long? Rows = null);
