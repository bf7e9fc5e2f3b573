using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Let S3 use a KMS key for the objects of a bucket (SSE-KMS:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html).
/// </summary>
/// <param name="KeyArn">The key's ARN; no alias.</param>
/// <param name="Use">For which direction.</param>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Purpose">What is encrypted.</param>
/// <param name="Name">What the settings call it.</param>
public sealed record UseKey(string KeyArn, KeyUse Use, string Bucket, string Purpose, [CallerMemberName] string Name = "")
    : Capability(Purpose, Name);
