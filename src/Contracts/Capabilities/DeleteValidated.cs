using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Delete objects whose entity tag is still the one that was read: every delete carries <c>If-Match</c>
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html).
/// </summary>
public sealed record DeleteValidated(S3Prefix Prefix, string Purpose, [CallerMemberName] string Name = "") : ObjectCapability(Prefix, Purpose, Name);
