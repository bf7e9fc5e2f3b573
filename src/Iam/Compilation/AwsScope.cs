namespace Slipstream.Iam.Compilation;

/// <summary>Where the resources of a policy lie: what their ARNs say besides their names.</summary>
/// <param name="Partition">Such as <c>aws</c>.</param>
/// <param name="Region">Such as <c>eu-west-1</c>.</param>
/// <param name="Account">Twelve digits.</param>
/// <param name="BucketKeys">
/// Whether the buckets have Bucket Keys on: S3 then names the bucket, and not the object, to KMS
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html).
/// </param>
/// <param name="EnforceWriteOnce">Whether policies themselves refuse to replace objects: false for stores that know no such condition.</param>
public sealed record AwsScope(string Partition, string Region, string Account, bool BucketKeys = true, bool EnforceWriteOnce = true)
{
    /// <summary>The ARN of something that lies in a region of an account.</summary>
    public string Arn(string service, string resource) => $"arn:{Partition}:{service}:{Region}:{Account}:{resource}";

    /// <summary>The ARN of a bucket, or of what lies in it.</summary>
    public string S3(string path) => $"arn:{Partition}:s3:::{path}";

    /// <summary>The ARN of something that knows no region, such as <c>role/name</c>.</summary>
    public string Iam(string resource) => $"arn:{Partition}:iam::{Account}:{resource}";
}
