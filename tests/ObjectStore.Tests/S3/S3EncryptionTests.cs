using Slipstream.Contracts;
using Slipstream.ObjectStore.S3;
using static Slipstream.ObjectStore.Tests.S3.LoopbackS3;

namespace Slipstream.ObjectStore.Tests.S3;

/// <summary>A key is named wherever an object begins, and nowhere else: parts, reads and deletes with it are refused by S3.</summary>
public sealed class S3EncryptionTests
{
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Copied = "<CopyObjectResult><ETag>\"x\"</ETag></CopyObjectResult>";
    private const string CopiedPart = "<CopyPartResult><ETag>\"x\"</ETag></CopyPartResult>";
    private static readonly S3Location Target = S3Location.Parse("s3://raw-hist/table/a");
    private static readonly S3Limits Small = new() { LargestRequest = 1_000_000, PartBytes = 1024 * 1024 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_names_the_key()
    {
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.OpenEncrypted(Key, S3Limits.Aws);

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store, new byte[10]));

        AssertNamed(Assert.Single(server.Requests));
    }

    [Fact]
    public async Task A_copy_names_the_key_of_the_copy()
    {
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.OpenEncrypted(Key, S3Limits.Aws);

        Assert.Equal(WriteOutcome.Created, await store.CopyOnceAsync(Source(10), Target, Cancel));

        AssertNamed(server.Requests.Single(asked => asked.Method == "PUT"));
        Assert.All(server.Requests.Where(asked => asked.Method != "PUT"), AssertNotNamed);
    }

    [Fact]
    public async Task An_upload_in_parts_names_the_key_once()
    {
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.OpenEncrypted(Key, Small);

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store, new byte[2_000_000]));

        AssertNamedAtTheBeginningOnly(server);
    }

    [Fact]
    public async Task A_copy_in_parts_names_the_key_once()
    {
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.OpenEncrypted(Key, Small);

        Assert.Equal(WriteOutcome.Created, await store.CopyOnceAsync(Source(2_000_000), Target, Cancel));

        AssertNamedAtTheBeginningOnly(server);
    }

    [Fact]
    public async Task Reads_lists_and_deletes_name_no_key()
    {
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.OpenEncrypted(Key, S3Limits.Aws);

        await store.ListAsync(S3Prefix.Parse("s3://raw-hist/table/"), Cancel).ToListAsync(Cancel);
        await (await store.OpenAsync(Target, "tag", Cancel)).DisposeAsync();
        await store.DeleteIfMatchAsync(Target, "tag", Cancel);

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, AssertNotNamed);
    }

    private static StoredObject Source(long length) => new(S3Location.Parse("s3://land/table/a"), length, "tag");

    private static Task<WriteOutcome> WriteAsync(S3ObjectStore store, byte[] bytes) =>
        store.WriteOnceAsync(Target, new MemoryStream(bytes), Sha256Hash.Of(bytes), Cancel);

    private static void AssertNamedAtTheBeginningOnly(LoopbackS3 server)
    {
        AssertNamed(server.Requests.Single(IsBeginning));
        Assert.All(server.Requests.Where(asked => !IsBeginning(asked)), AssertNotNamed);
    }

    private static bool IsBeginning(Asked asked) => asked.Method == "POST" && asked.Url.EndsWith("?uploads", StringComparison.Ordinal);

    private static void AssertNamed(Asked asked)
    {
        Assert.Equal("aws:kms", asked.Headers["x-amz-server-side-encryption"]);
        Assert.Equal(Key, asked.Headers["x-amz-server-side-encryption-aws-kms-key-id"]);
    }

    private static void AssertNotNamed(Asked asked) =>
        Assert.DoesNotContain(asked.Headers.AllKeys, name => name!.StartsWith("x-amz-server-side", StringComparison.OrdinalIgnoreCase));

    private static Answer AnswerTo(Asked asked) => (asked.Method, asked.Url.StartsWith("/raw-hist", StringComparison.Ordinal)) switch
    {
        _ when IsBeginning(asked) => new Answer(200, "<InitiateMultipartUploadResult><UploadId>up</UploadId></InitiateMultipartUploadResult>"),
        ("POST", _) => new Answer(200, "<CompleteMultipartUploadResult><ETag>\"x-2\"</ETag></CompleteMultipartUploadResult>"),
        ("HEAD", true) => new Answer(404),
        ("GET", _) when asked.Url.Contains("list-type", StringComparison.Ordinal) => new Answer(200, "<ListBucketResult></ListBucketResult>"),
        ("PUT", _) when asked.Headers["x-amz-copy-source-range"] is not null => new Answer(200, CopiedPart),
        ("PUT", _) when asked.Headers["x-amz-copy-source"] is not null => new Answer(200, Copied),
        ("DELETE", _) => new Answer(204),
        _ => new Answer(200, asked.Method == "GET" ? "content" : "") { Headers = { ["ETag"] = "\"tag-2\"" } },
    };
}
