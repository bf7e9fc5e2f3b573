namespace Slipstream.Contracts.Capabilities;

/// <summary>Read objects, their entity tags and their checksums.</summary>
public sealed record Read(S3Prefix Prefix, string Purpose) : ObjectCapability(Prefix, Purpose);
