using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Delete objects whose entity tag is still the one that was read: every delete carries <c>If-Match</c>
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html).
/// </summary>
/// <param name="Prefix">The folder.</param>
/// <param name="Purpose">What is deleted, and when.</param>
/// <param name="Pattern">What the names of the objects, below the folder, look like.</param>
/// <param name="Name">What the settings call it.</param>
public sealed record DeleteValidated(
    S3Prefix Prefix, string Purpose, string Pattern = NamedObjectCapability.AnyName, [CallerMemberName] string Name = "")
    : NamedObjectCapability(Prefix, Purpose, Pattern, Name);
