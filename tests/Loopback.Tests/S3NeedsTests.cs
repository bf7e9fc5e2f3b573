using System.Text;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Testing.Aws.Roles;

namespace Slipstream.Loopback.Tests;

/// <summary>What IAM is asked for each request of the SDK: requests as they come in, and tuples that follow from them.</summary>
public sealed class S3NeedsTests : IAsyncLifetime
{
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private readonly SomeRole _role = new(SomeRole.Everything);
    private readonly StringBuilder _text = new();
    private AmazonS3Client? _client;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AmazonS3Client Client => _client!;

    public ValueTask InitializeAsync()
    {
        _client = _role.S3();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _role.DisposeAsync();
    }

    [Fact]
    public async Task Objects()
    {
        var tag = await PutAsync("a b", null);
        await DoAsync("list", () => Client.ListObjectsV2Async(new() { BucketName = "land", Prefix = "table/", MaxKeys = 7 }, Cancel));
        await DoAsync("list of a whole bucket", () => Client.ListObjectsV2Async(new() { BucketName = "land" }, Cancel));
        await DoAsync("get", () => Client.GetObjectAsync(new() { BucketName = "land", Key = "a b", EtagToMatch = tag }, Cancel));
        await DoAsync("head", () => Client.GetObjectMetadataAsync(new() { BucketName = "land", Key = "a b", ChecksumMode = ChecksumMode.ENABLED }, Cancel));
        await DoAsync("put", () => Client.PutObjectAsync(new() { BucketName = "land", Key = "plain", ContentBody = "x" }, Cancel));
        await DoAsync("put once", () => Client.PutObjectAsync(new() { BucketName = "land", Key = "once", ContentBody = "x", IfNoneMatch = "*" }, Cancel));
        await DoAsync("copy", () => Client.CopyObjectAsync(Copy("a b", "copies/a b", null), Cancel));
        await DoAsync("delete", () => Client.DeleteObjectAsync(new() { BucketName = "land", Key = "plain" }, Cancel));
        await DoAsync("delete what was validated", () => Client.DeleteObjectAsync(new() { BucketName = "land", Key = "a b", IfMatch = tag }, Cancel));
        await DoAsync("delete several", () => Client.DeleteObjectsAsync(
            new() { BucketName = "land", Objects = [new KeyVersion { Key = "once" }, new KeyVersion { Key = "other/é" }] }, Cancel));

        Golden.Verify("s3-objects.txt", _text.ToString());
    }

    [Fact]
    public async Task Objects_in_parts()
    {
        var upload = new InitiateMultipartUploadResponse();
        await PutAsync("source", null);
        await DoAsync("begin", async () => upload = await Client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = "land", Key = "large" }, Cancel));
        await DoAsync("part", () => Client.UploadPartAsync(new() { BucketName = "land", Key = "large", UploadId = upload.UploadId, PartNumber = 1, InputStream = new MemoryStream([1]) }, Cancel));
        CopyPartResponse part = new();
        await DoAsync("part by copy", async () => part = await Client.CopyPartAsync(
            new() { SourceBucket = "land", SourceKey = "source", DestinationBucket = "land", DestinationKey = "large", UploadId = upload.UploadId, PartNumber = 1, FirstByte = 0, LastByte = 3 }, Cancel));
        await DoAsync("complete", () => Client.CompleteMultipartUploadAsync(
            new() { BucketName = "land", Key = "large", UploadId = upload.UploadId, IfNoneMatch = "*", PartETags = [new PartETag(1, part.ETag)] }, Cancel));
        await DoAsync("begin another", async () => upload = await Client.InitiateMultipartUploadAsync(new InitiateMultipartUploadRequest { BucketName = "land", Key = "other" }, Cancel));
        await DoAsync("abort", () => Client.AbortMultipartUploadAsync(new() { BucketName = "land", Key = "other", UploadId = upload.UploadId }, Cancel));

        Golden.Verify("s3-parts.txt", _text.ToString());
    }

    [Theory]
    [InlineData(true, "s3-encrypted.txt")]
    [InlineData(false, "s3-encrypted-without-bucket-keys.txt")]
    public async Task Encrypted_objects(bool hasBucketKeys, string golden)
    {
        _role.Aws.S3.HasBucketKeys = hasBucketKeys;
        await DoAsync("put", () => PutAsync("a", Key));
        await DoAsync("get", () => Client.GetObjectAsync("land", "a", Cancel));
        await DoAsync("head", () => Client.GetObjectMetadataAsync("land", "a", Cancel));
        await DoAsync("head with checksum", () => Client.GetObjectMetadataAsync(new() { BucketName = "land", Key = "a", ChecksumMode = ChecksumMode.ENABLED }, Cancel));
        await DoAsync("copy", () => Client.CopyObjectAsync(Copy("a", "a", Key), Cancel));
        var upload = new InitiateMultipartUploadResponse();
        await DoAsync("begin", async () => upload = await Client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = "land", Key = "large", ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS, ServerSideEncryptionKeyManagementServiceKeyId = Key }, Cancel));
        await DoAsync("part", () => Client.UploadPartAsync(new() { BucketName = "land", Key = "large", UploadId = upload.UploadId, PartNumber = 1, InputStream = new MemoryStream([1]) }, Cancel));

        Golden.Verify(golden, _text.ToString());
    }

    private static CopyObjectRequest Copy(string from, string to, string? key) => new()
    {
        SourceBucket = "land",
        SourceKey = from,
        DestinationBucket = "raw-hist",
        DestinationKey = to,
        IfNoneMatch = "*",
        MetadataDirective = S3MetadataDirective.COPY,
        TaggingDirective = TaggingDirective.REPLACE,
        ServerSideEncryptionMethod = key is null ? null : ServerSideEncryptionMethod.AWSKMS,
        ServerSideEncryptionKeyManagementServiceKeyId = key,
    };

    private async Task<string> PutAsync(string name, string? key) => (await Client.PutObjectAsync(
        new()
        {
            BucketName = "land",
            Key = name,
            ContentBody = "some bytes",
            ServerSideEncryptionMethod = key is null ? null : ServerSideEncryptionMethod.AWSKMS,
            ServerSideEncryptionKeyManagementServiceKeyId = key,
        },
        Cancel)).ETag;

    private async Task DoAsync(string what, Func<Task> act)
    {
        var (calls, seen) = (_role.Calls.Count, _role.Aws.Calls.Count);
        await act();
        var http = _role.Aws.Calls.Skip(seen).Single().Http;
        _text.Append($"# {what}: {http.Method} {http.Path}\n").Append(Text(_role.Calls.Skip(calls).Single()));
    }

    private static string Text(DecidedCall call) => Needs.Text(call);
}
