using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Contracts;
using S3Location = Slipstream.Contracts.S3Location;

namespace Slipstream.ObjectStore.S3;

/// <summary>Every request that the store makes: the permissions of the stages are derived from exactly these.</summary>
internal static class S3Requests
{
    public static ListObjectsV2Request List(S3Prefix prefix) => new() { BucketName = prefix.Bucket, Prefix = prefix.Key };

    public static GetObjectRequest Get(S3Location location, string? etag) => new()
    {
        BucketName = location.Bucket,
        Key = location.Key,
        EtagToMatch = Quoted(etag),
    };

    public static GetObjectRequest GetRest(S3Location location, string etag, long from, long last)
    {
        var request = Get(location, etag);
        request.ByteRange = new ByteRange(from, last);
        return request;
    }

    public static GetObjectMetadataRequest Head(S3Location location, string? etag) => new()
    {
        BucketName = location.Bucket,
        Key = location.Key,
        EtagToMatch = Quoted(etag),
        ChecksumMode = ChecksumMode.ENABLED,
    };

    // Whole-object SHA-256 in a header and no chunked encoding: understood by every server, whatever the SDK's defaults.
    public static PutObjectRequest Put(S3Location location, Stream content, Sha256Hash hash, string? kmsKey) => new()
    {
        BucketName = location.Bucket,
        Key = location.Key,
        InputStream = content,
        AutoCloseStream = false,
        UseChunkEncoding = false,
        ChecksumSHA256 = Convert.ToBase64String(hash.ToBytes()),
        IfNoneMatch = "*",
        ServerSideEncryptionMethod = Encryption(kmsKey),
        ServerSideEncryptionKeyManagementServiceKeyId = kmsKey,
    };

    // Tags are replaced by none: to copy them would take rights that no stage has.
    public static CopyObjectRequest Copy(S3Location source, string sourceETag, S3Location target, string? kmsKey) => new()
    {
        SourceBucket = source.Bucket,
        SourceKey = source.Key,
        DestinationBucket = target.Bucket,
        DestinationKey = target.Key,
        ETagToMatch = Quoted(sourceETag),
        IfNoneMatch = "*",
        MetadataDirective = S3MetadataDirective.COPY,
        TaggingDirective = TaggingDirective.REPLACE,
        ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
        ServerSideEncryptionMethod = Encryption(kmsKey),
        ServerSideEncryptionKeyManagementServiceKeyId = kmsKey,
    };

    public static InitiateMultipartUploadRequest BeginParts(S3Location target, GetObjectMetadataResponse? like, string? kmsKey)
    {
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = target.Bucket,
            Key = target.Key,
            ChecksumAlgorithm = ChecksumAlgorithm.SHA256,
            ServerSideEncryptionMethod = Encryption(kmsKey),
            ServerSideEncryptionKeyManagementServiceKeyId = kmsKey,
        };
        if (like is not null)
        {
            request.ContentType = like.Headers.ContentType;
            request.Headers.ContentEncoding = like.Headers.ContentEncoding;
            foreach (var name in like.Metadata.Keys)
            {
                request.Metadata[name] = like.Metadata[name];
            }
        }

        return request;
    }

    public static CopyPartRequest CopyPart(StoredObject source, S3Location target, string upload, S3Part part) => new()
    {
        SourceBucket = source.Location.Bucket,
        SourceKey = source.Location.Key,
        DestinationBucket = target.Bucket,
        DestinationKey = target.Key,
        UploadId = upload,
        PartNumber = part.Number,
        FirstByte = part.From,
        LastByte = part.From + part.Length - 1,
        ETagToMatch = [Quoted(source.ETag)!],
    };

    public static UploadPartRequest PutPart(S3Location target, string upload, S3Part part, Stream content, Sha256Hash hash) => new()
    {
        BucketName = target.Bucket,
        Key = target.Key,
        UploadId = upload,
        PartNumber = part.Number,
        PartSize = part.Length,
        InputStream = content,
        UseChunkEncoding = false,
        ChecksumSHA256 = Convert.ToBase64String(hash.ToBytes()),
    };

    public static CompleteMultipartUploadRequest CompleteParts(S3Location target, string upload, List<PartETag> parts) => new()
    {
        BucketName = target.Bucket,
        Key = target.Key,
        UploadId = upload,
        PartETags = parts,
        IfNoneMatch = "*",
    };

    public static AbortMultipartUploadRequest AbortParts(S3Location target, string upload) => new()
    {
        BucketName = target.Bucket,
        Key = target.Key,
        UploadId = upload,
    };

    public static DeleteObjectRequest Delete(S3Location location, string etag) => new()
    {
        BucketName = location.Bucket,
        Key = location.Key,
        IfMatch = Quoted(etag),
    };

    // Parts inherit it from the upload. Without a key nothing is said, and the bucket's own default holds.
    private static ServerSideEncryptionMethod? Encryption(string? kmsKey) => kmsKey is null ? null : ServerSideEncryptionMethod.AWSKMS;

    private static string? Quoted(string? etag) => etag is null ? null : $"\"{etag}\"";
}
