using Amazon.Runtime;
using Slipstream.Contracts;

namespace Slipstream.ObjectStore.S3;

/// <summary>Which right a refused call lacks: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html.</summary>
internal static class S3Rights
{
    // Refusals for other reasons, which no right would change.
    private static readonly string[] Others = ["InvalidAccessKeyId", "SignatureDoesNotMatch", "RequestTimeTooSkewed", "ExpiredToken", "InvalidToken"];

    /// <summary>What S3 said, or, where it does not say, as other servers do not and nobody does to HEAD, what the call needs.</summary>
    public static MissingRight? Missing(string operation, object where, AmazonServiceException refusal) =>
        Others.Contains(refusal.ErrorCode) ? null : MissingRight.In(refusal.Message) ?? Needed(operation, where);

    private static MissingRight? Needed(string operation, object where) => (operation, where) switch
    {
        ("ListObjectsV2", S3Prefix folder) => new("s3:ListBucket", $"arn:aws:s3:::{folder.Bucket}"),
        ("GetObject" or "HeadObject", S3Location location) => new("s3:GetObject", Arn(location)),
        ("PutObject" or "multipart upload" or "CompleteMultipartUpload", S3Location location) => new("s3:PutObject", Arn(location)),
        ("DeleteObject", S3Location location) => new("s3:DeleteObject", Arn(location)),
        _ => null,
    };

    private static string Arn(S3Location location) => $"arn:aws:s3:::{location.Bucket}/{location.Key}";
}
