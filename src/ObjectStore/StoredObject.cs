using Slipstream.Contracts;

namespace Slipstream.ObjectStore;

/// <summary>What a listing tells of an object.</summary>
/// <param name="Location">Where it is.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ETag">The entity tag, without quotes: another tag means other content.</param>
public sealed record StoredObject(S3Location Location, long Length, string ETag);
