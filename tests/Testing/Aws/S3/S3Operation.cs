namespace Slipstream.Testing.Aws.S3;

/// <summary>
/// A request that the store's client makes: what tells it from others, and all that it may carry
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html). What is not listed here would be passed
/// over by a careless server; this one refuses it.
/// </summary>
internal sealed record S3Operation(string Name, string Method, bool IsOnKey, string[] Query, string[] Headers)
{
    public const string CopySource = "x-amz-copy-source";
    private const string Metadata = "x-amz-meta-";
    private static readonly string[] OfAll = ["x-amz-date", "x-amz-content-sha256", "x-amz-security-token", "x-amz-user-agent", "x-amz-api-version"];
    private static readonly string[] Encryption = [LoopbackS3.Encryption, LoopbackS3.EncryptionKey];
    private static readonly string[] Content =
    [
        "content-md5", "x-amz-trailer", "x-amz-decoded-content-length", "x-amz-sdk-checksum-algorithm",
        "x-amz-checksum-crc32", "x-amz-checksum-crc32c", "x-amz-checksum-crc64nvme", "x-amz-checksum-sha1", "x-amz-checksum-sha256",
    ];

    // Names that end with a question mark may be missing.
    private static readonly S3Operation[] All =
    [
        new("ListObjectsV2", "GET", false, ["list-type", "prefix?", "max-keys?", "continuation-token?"], []),
        new("DeleteObjects", "POST", false, ["delete"], Content),
        new("GetObject", "GET", true, [], ["range", "if-match", "x-amz-checksum-mode"]),
        new("HeadObject", "HEAD", true, [], ["if-match", "x-amz-checksum-mode"]),
        new("PutObject", "PUT", true, [], ["if-none-match", Metadata, .. Encryption, .. Content]),
        new("CopyObject", "PUT", true, [],
            [CopySource, "x-amz-copy-source-if-match", "if-none-match", "x-amz-metadata-directive", "x-amz-tagging-directive", "x-amz-checksum-algorithm", .. Encryption]),
        new("CreateMultipartUpload", "POST", true, ["uploads"], ["x-amz-checksum-algorithm", Metadata, .. Encryption]),
        new("UploadPart", "PUT", true, ["partNumber", "uploadId"], Content),
        new("UploadPartCopy", "PUT", true, ["partNumber", "uploadId"], [CopySource, "x-amz-copy-source-range", "x-amz-copy-source-if-match"]),
        new("CompleteMultipartUpload", "POST", true, ["uploadId"], ["if-none-match", "content-md5"]),
        new("AbortMultipartUpload", "DELETE", true, ["uploadId"], []),
        new("DeleteObject", "DELETE", true, [], ["if-match"]),
    ];

    /// <summary>The operation that a request asks for; null if the client makes no such request.</summary>
    public static S3Operation? Of(LoopbackHttpRequest request, S3Target target) => Array.Find(All, operation =>
        operation.Method == request.Method
        && operation.IsOnKey == target.Key.Length > 0
        && operation.TakesQuery(target.Query.Keys)
        && operation.Headers.Contains(CopySource) == request.Header(CopySource) is not null);

    /// <summary>The headers that say something to S3 and that this request does not have.</summary>
    public IEnumerable<string> Foreign(LoopbackHttpRequest request) => request.HeaderNames
        .Select(name => name.ToLowerInvariant())
        .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal) || name.StartsWith("if-", StringComparison.Ordinal) || name is "range" or "content-md5")
        .Where(name => !OfAll.Contains(name) && !Headers.Contains(name) && !(name.StartsWith(Metadata, StringComparison.Ordinal) && Headers.Contains(Metadata)));

    private bool TakesQuery(IEnumerable<string> names) =>
        names.All(name => Query.Contains(name) || Query.Contains($"{name}?"))
        && Query.Where(name => !name.EndsWith('?')).All(names.Contains);
}
