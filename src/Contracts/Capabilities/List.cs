using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>List the objects of a folder.</summary>
/// <param name="Prefix">The folder.</param>
/// <param name="Purpose">What the list is for.</param>
/// <param name="FoldersBelow">
/// True if folders below are listed one by one as well: S3's <c>s3:prefix</c> condition compares the prefix that is asked
/// for, byte by byte (https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html).
/// </param>
/// <param name="Name">What the settings call it.</param>
public sealed record List(S3Prefix Prefix, string Purpose, bool FoldersBelow = false, [CallerMemberName] string Name = "")
    : ObjectCapability(Prefix, Purpose, Name);
