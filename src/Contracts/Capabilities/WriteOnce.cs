using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Create objects, by upload or by copy, but never replace one: every write carries <c>If-None-Match: *</c>
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html).
/// </summary>
/// <param name="Prefix">The folder.</param>
/// <param name="Purpose">What is created.</param>
/// <param name="InParts">
/// True if an object may be larger than one request takes, 5 GiB, and is then uploaded or copied in parts: only the request that
/// completes them carries the condition (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html).
/// </param>
/// <param name="Pattern">What the names of the objects, below the folder, look like.</param>
/// <param name="Name">What the settings call it.</param>
public sealed record WriteOnce(
    S3Prefix Prefix, string Purpose, bool InParts = false, string Pattern = NamedObjectCapability.AnyName, [CallerMemberName] string Name = "")
    : NamedObjectCapability(Prefix, Purpose, Pattern, Name);
