using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Commits;

/// <summary>One data file.</summary>
/// <param name="Location">The object.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash.</param>
/// <param name="Rows">Its rows.</param>
public sealed record CommitFile(S3Location Location, long Bytes, Sha256Hash Sha256, long Rows);
