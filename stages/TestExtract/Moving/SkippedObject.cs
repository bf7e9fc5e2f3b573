using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>An object that an earlier run rejected and left in land, and that has not changed since.</summary>
/// <param name="Stored">The object.</param>
/// <param name="Findings">What the earlier run found.</param>
internal sealed record SkippedObject(StoredObject Stored, S3Location Findings);
