using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.S3;
using Slipstream.Testing;
using Slipstream.Testing.Aws;
using S3Location = Slipstream.Contracts.S3Location;

namespace Slipstream.ObjectStore.Tests.Loopback;

/// <summary>What the loopback AWS does on demand, and what it refuses.</summary>
public sealed class LoopbackS3Tests : IAsyncDisposable
{
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static readonly S3Location Place = S3Location.Parse("s3://land/table/a");
    private readonly LoopbackAws _aws = LoopbackAws.Start();

    public LoopbackS3Tests() => _aws.S3.CreateBucket("land");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task Small_pages_are_followed_to_the_end_in_the_order_of_bytes()
    {
        string[] names = ["a", "b", "\uFF5E", "\U0001F600", "c/d"];
        foreach (var name in names)
        {
            _aws.S3.Put("land", $"table/{name}", [1]);
        }

        _aws.S3.PageSize = 2;
        using var store = Open();

        var listed = await store.ListAsync(S3Prefix.Parse("s3://land/table/"), Cancel).Select(found => found.Location.Key[6..]).ToListAsync(Cancel);

        Assert.Equal(["a", "b", "c/d", "\uFF5E", "\U0001F600"], listed);
        Assert.Equal(3, _aws.Calls.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_SDKs_own_chunks_and_trailers_are_taken_apart(bool isStreamed)
    {
        using var client = Client();
        var bytes = Enumerable.Range(0, 200_000).Select(i => (byte)i).ToArray();

        await client.PutObjectAsync(
            new PutObjectRequest { BucketName = "land", Key = "a", InputStream = new MemoryStream(bytes), UseChunkEncoding = isStreamed, ContentType = "text/x" }, Cancel);

        Assert.Equal(isStreamed, _aws.Calls[^1].Header("x-amz-content-sha256")!.StartsWith("STREAMING-", StringComparison.Ordinal));
        using var answer = await client.GetObjectAsync("land", "a", Cancel);
        using var read = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(read, Cancel);
        Assert.Equal(bytes, read.ToArray());
        Assert.Equal(("text/x", null), (answer.Headers.ContentType, answer.Headers.ContentEncoding));
        Assert.Equal(ChecksumType.FULL_OBJECT, answer.ChecksumType);
        Assert.NotNull(answer.ChecksumCRC32);
    }

    [Fact]
    public async Task A_range_is_a_part_with_its_place()
    {
        _aws.S3.Put("land", "a", "0123456789"u8.ToArray());
        using var client = Client();

        using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = "land", Key = "a", ByteRange = new ByteRange(3, 5) }, Cancel);

        Assert.Equal((HttpStatusCode.PartialContent, "bytes 3-5/10"), (answer.HttpStatusCode, answer.ContentRange));
        Assert.Equal("345", await new StreamReader(answer.ResponseStream).ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task A_batch_of_deletes_tells_each_ones_end()
    {
        _aws.S3.Put("land", "a", "a"u8.ToArray());
        _aws.S3.Put("land", "b", "b"u8.ToArray());
        using var client = Client();
        var request = new DeleteObjectsRequest
        {
            BucketName = "land",
            Objects = [new KeyVersion { Key = "a", ETag = _aws.S3.Objects("land")["a"].ETag }, new KeyVersion { Key = "b", ETag = "another" }, new KeyVersion { Key = "c", ETag = "any" }],
        };

        var failure = await Assert.ThrowsAsync<DeleteObjectsException>(() => client.DeleteObjectsAsync(request, Cancel));

        Assert.Equal("a", Assert.Single(failure.Response.DeletedObjects).Key);
        Assert.Equal([("b", "PreconditionFailed"), ("c", "NoSuchKey")], failure.Response.DeleteErrors.Select(error => (error.Key, error.Code)));
        Assert.Equal(["b"], _aws.S3.Objects("land").Keys);
    }

    [Fact]
    public async Task Encryption_is_remembered_and_a_tag_is_then_no_hash()
    {
        using var store = Open(Key);
        await WriteAsync(store);
        using var client = Client();

        var head = await client.GetObjectMetadataAsync("land", Place.Key, Cancel);

        Assert.Equal(("aws:kms", Key), (head.ServerSideEncryptionMethod.Value, head.ServerSideEncryptionKeyManagementServiceKeyId));
        Assert.Equal(Key, _aws.S3.Objects("land")[Place.Key].KmsKey);
        await using var read = await store.OpenAsync(Place, S3Answers.Unquoted(head.ETag), Cancel);
        Assert.Equal("bytes", await new StreamReader(read).ReadToEndAsync(Cancel));
    }

    [Theory]
    [InlineData("throttled")]
    [InlineData("conflict")]
    [InlineData("reset")]
    [InlineData("late")]
    public async Task A_fault_on_demand_is_overcome(string fault)
    {
        var faults = 0;
        _aws.Before = call => faults++ > 0 ? null : fault switch
        {
            "throttled" => throw AwsRefusalException.SlowDown(),
            "conflict" => throw AwsRefusalException.Conflict(),
            "reset" => LoopbackHttpReply.BrokenOff,
            _ => null,
        };
        _aws.Delay = _ => fault == "late" && faults == 1 ? TimeSpan.FromMilliseconds(50) : TimeSpan.Zero;
        using var store = Open();

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store));

        Assert.Equal(fault == "late" ? 1 : 2, _aws.Calls.Count);
    }

    [Fact]
    public async Task An_answer_that_got_lost_leaves_the_object_there()
    {
        var lost = 0;
        _aws.After = call => lost++ == 0 ? LoopbackHttpReply.BrokenOff : null;
        using var store = Open();

        Assert.Equal(WriteOutcome.AlreadyExists, await WriteAsync(store));

        Assert.Equal("bytes"u8.ToArray(), _aws.S3.Objects("land")[Place.Key].Bytes.ToArray());
    }

    [Fact]
    public async Task A_copy_that_fails_in_the_body_of_a_200_is_tried_again()
    {
        _aws.S3.Put("land", "source", "bytes"u8.ToArray());
        var failed = 0;
        _aws.Before = call => call.Operation == "CopyObject" && failed++ == 0 ? LoopbackAws.FailedInBody(call) : null;
        using var store = Open();

        var source = Assert.Single(await store.ListAsync(S3Prefix.Parse("s3://land/"), Cancel).ToListAsync(Cancel));

        Assert.Equal(WriteOutcome.Created, await store.CopyOnceAsync(source, Place, Cancel));
        Assert.Equal(2, failed);
    }

    [Fact]
    public async Task A_bucket_may_be_named_by_the_host_as_Amazon_has_it()
    {
        using var client = new AmazonS3Client(
            new BasicAWSCredentials("loopback", "loopback"), new AmazonS3Config { RegionEndpoint = Amazon.RegionEndpoint.EUWest1, HttpClientFactory = new Handlers(_aws) });

        await client.PutObjectAsync(new PutObjectRequest { BucketName = "land", Key = "a b/é", ContentBody = "bytes" }, Cancel);

        Assert.Equal("land.s3.eu-west-1.amazonaws.com", _aws.Calls[0].Header("Host"));
        Assert.Equal("a b/é", Assert.Single(_aws.S3.Objects("land").Keys));
        Assert.Equal(5, (await client.GetObjectMetadataAsync("land", "a b/é", Cancel)).ContentLength);
        Assert.Empty(_aws.Breaches);
    }

    [Fact]
    public async Task What_the_store_never_sends_is_refused_and_kept()
    {
        using var client = Client();

        await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetObjectTaggingAsync(new GetObjectTaggingRequest { BucketName = "land", Key = "a" }, Cancel));
        await Assert.ThrowsAsync<AmazonS3Exception>(() => client.PutObjectAsync(
            new PutObjectRequest { BucketName = "land", Key = "a", ContentBody = "a", CannedACL = S3CannedACL.Private }, Cancel));
        await Assert.ThrowsAsync<AmazonS3Exception>(() => client.GetBucketLocationAsync("land", Cancel));

        Assert.Equal(
            [
                "S3 is not asked 'GET /land/a?tagging' by our client.",
                "S3 PutObject of '/land/a' carries x-amz-acl.",
                "S3 is not asked 'GET /land/?location' by our client.",
            ],
            _aws.Breaches);
        Assert.Empty(_aws.S3.Objects("land"));
    }

    private static Task<WriteOutcome> WriteAsync(S3ObjectStore store) => store.WriteOnceAsync(Place, new MemoryStream("bytes"u8.ToArray()), Sha256Hash.Of("bytes"u8), Cancel);

    private S3ObjectStore Open(string? kmsKey = null) =>
        new(S3Clients.Create(new HostSettings { S3PathStyle = true }, _aws.Configure), TimeProvider.System, new Random(1), S3Limits.Aws, kmsKey);

    private AmazonS3Client Client()
    {
        var config = new AmazonS3Config { ForcePathStyle = true };
        _aws.Configure(config);
        return new AmazonS3Client(config);
    }

    private sealed class Handlers(LoopbackAws aws) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new LoopbackAwsHandler(aws));
    }
}
