namespace Slipstream.Iam.Operations;

/// <summary>Calls of S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html.</summary>
internal static class S3Operations
{
    private const string Encrypted = "the object is encrypted with a KMS key";
    private const string Versioned = "a version id is given: then instead";

    public static IReadOnlyList<Operation> All { get; } =
    [
        Call("ListObjectsV2", On("s3:ListBucket", "bucket", "s3:prefix", "s3:delimiter", "s3:max-keys")),
        Call("ListObjects", On("s3:ListBucket", "bucket", "s3:prefix", "s3:delimiter", "s3:max-keys")),
        Call("HeadBucket", On("s3:ListBucket", "bucket")),
        Call("GetObject", On("s3:GetObject", "object"), If(Versioned, "s3:GetObjectVersion", "object"), If(Encrypted, "kms:Decrypt", "key")),
        Call("HeadObject", On("s3:GetObject", "object"), If(Versioned, "s3:GetObjectVersion", "object"),
            If("its checksum is asked for and it is encrypted with a KMS key", "kms:Decrypt", "key")),
        Call("PutObject", Written(),
            If("it carries If-Match", "s3:GetObject", "object"),
            If("it carries an ACL", "s3:PutObjectAcl", "object"),
            If("it carries tags", "s3:PutObjectTagging", "object"),
            If("it carries a retention", "s3:PutObjectRetention", "object"),
            If("it carries a legal hold", "s3:PutObjectLegalHold", "object"),
            If(Encrypted, "kms:GenerateDataKey", "key")),
        Call("CopyObject", On("s3:GetObject", "source"),
            On("s3:PutObject", "destination", "s3:if-none-match", "s3:x-amz-copy-source", "s3:x-amz-metadata-directive"),
            If("the source has tags and they are copied", "s3:GetObjectTagging", "source"),
            If("the source has tags and they are copied", "s3:PutObjectTagging", "destination"),
            If(Versioned, "s3:GetObjectVersion", "source"),
            If("the source is encrypted with a KMS key", "kms:Decrypt", "key"),
            If("the destination is encrypted with a KMS key", "kms:GenerateDataKey", "key")),
        Call("CreateMultipartUpload", On("s3:PutObject", "object", "s3:ObjectCreationOperation"),
            If(Encrypted, "kms:GenerateDataKey", "key"), If(Encrypted, "kms:Decrypt", "key")),
        Call("UploadPart", On("s3:PutObject", "object", "s3:ObjectCreationOperation"), If(Encrypted, "kms:Decrypt", "key")),
        Call("UploadPartCopy", On("s3:GetObject", "source"), On("s3:PutObject", "destination", "s3:ObjectCreationOperation"),
            If(Encrypted, "kms:Decrypt", "key")),
        Call("CompleteMultipartUpload", On("s3:PutObject", "object", "s3:if-none-match"), If(Encrypted, "kms:Decrypt", "key")),
        Call("AbortMultipartUpload", On("s3:AbortMultipartUpload", "object")),
        Call("ListParts", On("s3:ListMultipartUploadParts", "object")),
        Call("ListMultipartUploads", On("s3:ListBucketMultipartUploads", "bucket")),
        Call("DeleteObject", On("s3:DeleteObject", "object", "s3:if-match"), If("it carries If-Match", "s3:GetObject", "object"),
            If(Versioned, "s3:DeleteObjectVersion", "object")),
        Call("DeleteObjects", On("s3:DeleteObject", "each object", "s3:if-match"), If("it carries entity tags", "s3:GetObject", "each object"),
            If(Versioned, "s3:DeleteObjectVersion", "each object")),
        Call("GetBucketLocation", On("s3:GetBucketLocation", "bucket")),
        Call("GetObjectTagging", On("s3:GetObjectTagging", "object")),
        Call("GetObjectAttributes", On("s3:GetObject", "object"), On("s3:GetObjectAttributes", "object")),
    ];

    private static Need Written() => On("s3:PutObject", "object", "s3:if-none-match", "s3:if-match", "s3:x-amz-server-side-encryption",
        "s3:x-amz-server-side-encryption-aws-kms-key-id", "s3:x-amz-acl", "s3:ObjectCreationOperation");

    private static Operation Call(string name, params IReadOnlyList<Need> needs) =>
        new($"s3:{name}", $"https://docs.aws.amazon.com/AmazonS3/latest/API/API_{name}.html", needs);

    private static Need On(string action, string on, params IReadOnlyList<string> keys) => new(action, on, keys);

    private static Need If(string when, string action, string on) => new(action, on, [], when);
}
