using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Commits;

/// <summary>A part of an attempt.</summary>
/// <param name="Location">Where it is put.</param>
/// <param name="Sha256">Its hash.</param>
public sealed record AttemptPart(S3Location Location, Sha256Hash Sha256);
