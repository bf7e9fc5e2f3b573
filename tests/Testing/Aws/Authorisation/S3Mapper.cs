using Slipstream.Iam.Evaluation;
using Slipstream.Testing.Aws.S3;

namespace Slipstream.Testing.Aws.Authorisation;

/// <summary>What calls of S3 need: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html.</summary>
internal sealed class S3Mapper(LoopbackS3 s3)
{
    private const string IfNoneMatch = "if-none-match";
    private const string IfMatch = "if-match";

    public IEnumerable<AccessRequest> Map(AwsCall call) => call.Operation switch
    {
        "ListObjectsV2" => [new("s3:ListBucket", Arns.Bucket(call.Target), Contexts.Of(Query(call, "prefix"), Query(call, "delimiter"), Query(call, "max-keys")))],
        "GetObject" => Read(call.Target),
        "HeadObject" => call.Header("x-amz-checksum-mode") is null ? Read(call.Target).Take(1) : Read(call.Target),
        "PutObject" => [Put(call, true), .. WithKey(call, "GenerateDataKey")],
        "CopyObject" => [.. Read(call.Source!), Put(call, true), .. WithKey(call, "GenerateDataKey")],
        "CreateMultipartUpload" => [Put(call, false), .. WithKey(call, "GenerateDataKey", "Decrypt")],
        "UploadPart" => [Put(call, false), .. OfUpload(call)],
        "UploadPartCopy" => [.. Read(call.Source!), Put(call, false), .. OfUpload(call)],
        "CompleteMultipartUpload" => [Put(call, true)],
        "AbortMultipartUpload" => [new("s3:AbortMultipartUpload", Arns.Object(call.Target), Contexts.None)],
        "DeleteObject" => Delete(call.Target, call.Header(IfMatch)),
        "DeleteObjects" => S3Xml.Parse(S3Content.Of(call.Http).Bytes).Elements().Where(child => child.Name.LocalName == "Object")
            .SelectMany(child => Delete(call.Target with { Key = S3Xml.Text(child, "Key")! }, S3Xml.Text(child, "ETag"))),
        _ => throw new InvalidOperationException($"Nobody has said what '{call}' needs."),
    };

    private IEnumerable<AccessRequest> Read(S3Target target) =>
        [new("s3:GetObject", Arns.Object(target), Contexts.None), .. Keys(s3.KeyOf(target), target, "Decrypt")];

    // A part is no object yet, and carries no condition: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html.
    private static AccessRequest Put(AwsCall call, bool creates) => new("s3:PutObject", Arns.Object(call.Target), Contexts.Of(
        Header(call, IfNoneMatch),
        Header(call, IfMatch),
        Header(call, "x-amz-copy-source") is (var key, { } source) ? (key, Uri.UnescapeDataString(source)) : ("s3:x-amz-copy-source", null),
        Header(call, "x-amz-metadata-directive"),
        Header(call, LoopbackS3.Encryption),
        Header(call, LoopbackS3.EncryptionKey),
        ("s3:ObjectCreationOperation", creates ? "true" : "false")));

    // With a condition the answer tells something of the object: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html.
    private static IEnumerable<AccessRequest> Delete(S3Target target, string? ifMatch) => ifMatch is null
        ? [new("s3:DeleteObject", Arns.Object(target), Contexts.None)]
        : [new("s3:DeleteObject", Arns.Object(target), Contexts.Of(($"s3:{IfMatch}", ifMatch))), new("s3:GetObject", Arns.Object(target), Contexts.None)];

    private IEnumerable<AccessRequest> WithKey(AwsCall call, params string[] uses) => Keys(call.Header(LoopbackS3.EncryptionKey), call.Target, uses);

    private IEnumerable<AccessRequest> OfUpload(AwsCall call) => Keys(s3.KeyOfUpload(call.Target.Query["uploadId"]), call.Target, "Decrypt");

    // S3 asks KMS with the caller's rights: https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html.
    private IEnumerable<AccessRequest> Keys(string? key, S3Target target, params string[] uses) => key is null ? [] : uses.Select(use => new AccessRequest($"kms:{use}", key, Contexts.Of(
        ("kms:ViaService", $"s3.{LoopbackAws.Region}.amazonaws.com"),
        ("kms:EncryptionContext:aws:s3:arn", s3.HasBucketKeys ? Arns.Bucket(target) : Arns.Object(target)))));

    private static (string Key, string? Value) Header(AwsCall call, string name) => ($"s3:{name}", call.Header(name));

    private static (string Key, string? Value) Query(AwsCall call, string name) => ($"s3:{name}", call.Target.Query.GetValueOrDefault(name));
}
