using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>Read objects, their entity tags and their checksums.</summary>
public sealed record Read(S3Prefix Prefix, string Purpose, [CallerMemberName] string Name = "") : ObjectCapability(Prefix, Purpose, Name);
