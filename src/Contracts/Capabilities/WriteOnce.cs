namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Create objects, by upload or by copy, but never replace one: every write carries <c>If-None-Match: *</c>
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html).
/// </summary>
public sealed record WriteOnce(S3Prefix Prefix, string Purpose) : Capability(Prefix, Purpose);
