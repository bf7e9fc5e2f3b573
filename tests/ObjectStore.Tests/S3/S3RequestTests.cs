using Slipstream.Contracts;
using Slipstream.ObjectStore.S3;
using static Slipstream.ObjectStore.Tests.S3.LoopbackS3;

namespace Slipstream.ObjectStore.Tests.S3;

/// <summary>What is sent, for conditions and checksums that test servers do not judge.</summary>
public sealed class S3RequestTests
{
    private static readonly S3Location Source = S3Location.Parse("s3://land/table/a b.gz");
    private static readonly S3Location Target = S3Location.Parse("s3://raw-hist/table/a b.gz");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_write_sends_its_condition_and_its_hash_in_one_piece()
    {
        using var server = new LoopbackS3((_, _) => new Answer(200));
        using var store = server.Open();

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store));

        var put = Assert.Single(server.Requests);
        Assert.Equal(("PUT", "/raw-hist/table/a%20b.gz"), (put.Method, put.Url));
        Assert.Equal("*", put.Headers["If-None-Match"]);
        Assert.Equal(Convert.ToBase64String(Sha256Hash.Of("bytes"u8).ToBytes()), put.Headers["x-amz-checksum-sha256"]);
        Assert.Equal("bytes"u8.ToArray(), put.Body);
        Assert.Null(put.Headers["x-amz-acl"]);
        Assert.Null(put.Headers["x-amz-server-side-encryption"]);
        Assert.DoesNotContain("aws-chunked", put.Headers["Content-Encoding"] ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_sends_both_conditions_and_no_tags()
    {
        using var server = new LoopbackS3((asked, _) => asked.Method == "HEAD"
            ? new Answer(404)
            : new Answer(200, "<CopyObjectResult><ETag>\"x\"</ETag></CopyObjectResult>"));
        using var store = server.Open();

        Assert.Equal(WriteOutcome.Created, await store.CopyOnceAsync(new StoredObject(Source, 5, "tag"), Target, Cancel));

        Assert.Equal(["HEAD", "PUT"], server.Requests.Select(asked => asked.Method));
        var copy = server.Requests[1];
        Assert.Equal("*", copy.Headers["If-None-Match"]);
        Assert.Equal("\"tag\"", copy.Headers["x-amz-copy-source-if-match"]);
        Assert.Equal("land/table/a b.gz", Uri.UnescapeDataString(copy.Headers["x-amz-copy-source"]!));
        Assert.Equal("COPY", copy.Headers["x-amz-metadata-directive"]);
        Assert.Equal("REPLACE", copy.Headers["x-amz-tagging-directive"]);
        Assert.Null(copy.Headers["x-amz-tagging"]);
        Assert.Equal("SHA256", copy.Headers["x-amz-checksum-algorithm"]);
    }

    [Fact]
    public async Task A_server_that_would_replace_the_target_is_not_asked_to()
    {
        using var server = new LoopbackS3((_, _) => new Answer(200));
        using var store = server.Open();

        Assert.Equal(WriteOutcome.AlreadyExists, await store.CopyOnceAsync(new StoredObject(Source, 5, "tag"), Target, Cancel));

        Assert.All(server.Requests, asked => Assert.Equal("HEAD", asked.Method));
    }

    [Fact]
    public async Task A_refused_copy_whose_original_is_unchanged_found_its_target_taken()
    {
        using var server = new LoopbackS3((asked, _) => asked.Method == "HEAD" ? new Answer(asked.Headers["If-Match"] is null ? 404 : 200) : Answer.Error(412, "PreconditionFailed"));
        using var store = server.Open();

        Assert.Equal(WriteOutcome.AlreadyExists, await store.CopyOnceAsync(new StoredObject(Source, 5, "tag"), Target, Cancel));

        Assert.Equal("\"tag\"", server.Requests[2].Headers["If-Match"]);
    }

    [Fact]
    public async Task A_refused_copy_whose_original_was_replaced_says_so()
    {
        using var server = new LoopbackS3((asked, _) => asked.Method == "HEAD" ? new Answer(asked.Headers["If-Match"] is null ? 404 : 412) : Answer.Error(412, "PreconditionFailed"));
        using var store = server.Open();

        var failure = await Assert.ThrowsAsync<ObjectMissingException>(() => store.CopyOnceAsync(new StoredObject(Source, 5, "tag"), Target, Cancel));

        Assert.Equal(Source, failure.Location);
    }

    [Theory]
    [InlineData(204, DeleteOutcome.Deleted)]
    [InlineData(404, DeleteOutcome.AlreadyGone)]
    [InlineData(412, DeleteOutcome.Changed)]
    public async Task A_delete_sends_its_condition(int status, DeleteOutcome outcome)
    {
        using var server = new LoopbackS3((_, _) => status == 204 ? new Answer(status) : Answer.Error(status, status == 404 ? "NoSuchKey" : "PreconditionFailed"));
        using var store = server.Open();

        Assert.Equal(outcome, await store.DeleteIfMatchAsync(Source, "tag", Cancel));

        Assert.Equal("\"tag\"", Assert.Single(server.Requests).Headers["If-Match"]);
    }

    [Fact]
    public async Task A_conflict_of_two_writers_is_tried_again()
    {
        using var server = new LoopbackS3((_, n) => n < 3 ? Answer.Error(409, "ConditionalRequestConflict") : Answer.Error(412, "PreconditionFailed"));
        using var store = server.Open();

        Assert.Equal(WriteOutcome.AlreadyExists, await WriteAsync(store));

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, put => Assert.Equal("bytes"u8.ToArray(), put.Body));
    }

    [Fact]
    public async Task A_hash_is_taken_from_the_store_where_it_keeps_one()
    {
        var hash = Sha256Hash.Of("content"u8);
        using var server = new LoopbackS3((_, _) => new Answer(200)
        {
            Headers = { ["x-amz-checksum-sha256"] = Convert.ToBase64String(hash.ToBytes()), ["x-amz-checksum-type"] = "FULL_OBJECT", ["ETag"] = "\"tag\"" },
        });
        using var store = server.Open();

        Assert.Equal(hash, (await store.DigestAsync(Source, Cancel)).Sha256);

        Assert.Equal("ENABLED", Assert.Single(server.Requests).Headers["x-amz-checksum-mode"]);
    }

    [Theory]
    [InlineData("-2", "COMPOSITE")]
    [InlineData("", "")]
    public async Task A_hash_of_parts_is_not_taken_for_the_hash_of_the_bytes(string ending, string type)
    {
        var ofParts = Convert.ToBase64String(Sha256Hash.Of("the parts' hashes"u8).ToBytes()) + ending;
        using var server = new LoopbackS3((asked, _) => asked.Method == "GET"
            ? new Answer(200, "content") { Headers = { ["ETag"] = "\"tag-2\"" } }
            : new Answer(200)
            {
                Headers = { ["x-amz-checksum-sha256"] = ofParts, ["x-amz-checksum-type"] = type, ["ETag"] = "\"tag-2\"" },
            });
        using var store = server.Open();

        Assert.Equal(Sha256Hash.Of("content"u8), (await store.DigestAsync(Source, Cancel)).Sha256);

        Assert.Equal("\"tag-2\"", server.Requests[1].Headers["If-Match"]);
    }

    [Fact]
    public async Task A_listing_follows_the_token_and_skips_folder_markers()
    {
        using var server = new LoopbackS3((_, n) => n switch
        {
            1 => Page("<IsTruncated>true</IsTruncated><NextContinuationToken>next</NextContinuationToken>"),
            2 => Page("<IsTruncated>true</IsTruncated><NextContinuationToken>last</NextContinuationToken>" + Entry("table/", 0)),
            _ => Page("<IsTruncated>false</IsTruncated>" + Entry("table/a", 5)),
        });
        using var store = server.Open();

        var listed = await store.ListAsync(S3Prefix.Parse("s3://land/table/"), Cancel).ToListAsync(Cancel);

        Assert.Equal(new StoredObject(S3Location.Parse("s3://land/table/a"), 5, "tag"), Assert.Single(listed));
        Assert.All(server.Requests, list => Assert.Contains("prefix=table%2F", list.Url, StringComparison.Ordinal));
        Assert.Contains("continuation-token=last", server.Requests[2].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listed_key_that_no_path_can_name_is_reported()
    {
        using var server = new LoopbackS3((_, _) => Page(Entry("table//a", 5)));
        using var store = server.Open();

        var failure = await Assert.ThrowsAsync<StageException>(
            async () => await store.ListAsync(S3Prefix.Parse("s3://land/table/"), Cancel).ToListAsync(Cancel));

        Assert.Contains("table//a", failure.Message, StringComparison.Ordinal);
    }

    private static Task<WriteOutcome> WriteAsync(S3ObjectStore store) =>
        store.WriteOnceAsync(Target, new MemoryStream("bytes"u8.ToArray()), Sha256Hash.Of("bytes"u8), Cancel);

    private static Answer Page(string inner) => new(200, $"<ListBucketResult><Name>land</Name>{inner}</ListBucketResult>");

    private static string Entry(string key, long size) =>
        $"<Contents><Key>{key}</Key><ETag>\"tag\"</ETag><Size>{size}</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>";
}
