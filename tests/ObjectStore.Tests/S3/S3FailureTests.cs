using System.Net;
using System.Net.Sockets;
using Slipstream.Contracts;
using Slipstream.ObjectStore.S3;
using Slipstream.Testing;
using static Slipstream.ObjectStore.Tests.S3.LoopbackS3;

namespace Slipstream.ObjectStore.Tests.S3;

public sealed class S3FailureTests
{
    // The SDK checks bytes against a tag that is an MD5, as this is of 'some bytes'.
    private const string Tag = "\"9d0568469d206c1aedf1b71f12f474bc\"";
    private static readonly S3Location Location = S3Location.Parse("s3://land/table/a");
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_asks_to_slow_down_is_asked_again()
    {
        using var server = new LoopbackS3((_, n) => n < 3 ? Answer.Error(503, "SlowDown") : new Answer(200));
        using var store = server.Open();

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store));

        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, put => Assert.Equal("bytes"u8.ToArray(), put.Body));
    }

    [Fact]
    public async Task A_server_that_stays_broken_is_an_outside_failure()
    {
        using var server = new LoopbackS3((_, _) => Answer.Error(500, "InternalError"));
        using var store = server.Open();

        var failure = await FailureAsync(() => WriteAsync(store).WaitAsync(Bound, TimeProvider.System, Cancel));

        Assert.Equal(
            "S3 PutObject of 's3://land/table/a' failed: InternalError (HTTP 500, request id 'REQUEST-1'): said the server. "
            + "It was tried several times: run the stage again later.",
            failure.Message);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_missing_right_is_an_outside_failure_that_says_what_it_may_be()
    {
        using var server = new LoopbackS3((_, _) => Answer.Error(403, "AccessDenied"));
        using var store = server.Open();

        var failure = await FailureAsync(() => store.OpenAsync(Location, "tag", Cancel));

        Assert.Equal(
            "S3 GetObject of 's3://land/table/a' failed: AccessDenied (HTTP 403, request id 'REQUEST-1'): said the server. "
            + "Check that the stage's role has this right; for a role that may not list, a missing object looks the same.",
            failure.Message);
        Assert.Equal(new MissingRight("s3:GetObject", "arn:aws:s3:::land/table/a"), failure.MissingRight);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_missing_bucket_is_not_taken_for_an_empty_folder()
    {
        using var server = new LoopbackS3((_, _) => Answer.Error(404, "NoSuchBucket"));
        using var store = server.Open();

        var list = await FailureAsync(async () => await store.ListAsync(S3Prefix.Parse("s3://land/"), Cancel).ToListAsync(Cancel));
        await FailureAsync(() => store.OpenAsync(Location, null, Cancel));
        await FailureAsync(() => store.DeleteIfMatchAsync(Location, "tag", Cancel));

        Assert.EndsWith("Create the bucket, or correct the variable that names it.", list.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_a_message_still_tells_its_code()
    {
        using var server = new LoopbackS3((_, _) => new Answer(501, "<Error><Code>NotImplemented</Code></Error>"));
        using var store = server.Open(retries: 0);

        var failure = await FailureAsync(() => WriteAsync(store));

        Assert.Contains("NotImplemented (HTTP 501", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Use a server that has S3's conditional requests.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_connection_is_an_outside_failure()
    {
        using var store = LoopbackS3.Open($"http://127.0.0.1:{LoopbackHttp.FreePort()}/", retries: 1);

        var failure = await FailureAsync(() => store.OpenAsync(Location, null, Cancel).WaitAsync(Bound, TimeProvider.System, Cancel));

        Assert.Contains("refused", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("Check the network, AWS_REGION and, if it is set, AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_the_connection_and_says_nothing_is_an_outside_failure()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var store = LoopbackS3.Open($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}/", TimeSpan.FromMilliseconds(300));

        var failure = await FailureAsync(() => WriteAsync(store));

        Assert.StartsWith($"S3 PutObject of '{Location}' failed: no answer in time. Check the network", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_that_breaks_off_goes_on_where_it_broke()
    {
        using var server = new LoopbackS3((_, n) => n == 1
            ? new Answer(200, "some ") { Length = 10, Headers = { ["ETag"] = Tag } }
            : new Answer(206, "bytes") { Headers = { ["ETag"] = Tag, ["Content-Range"] = "bytes 5-9/10" } });
        using var store = server.Open();

        await using var content = await store.OpenAsync(Location, null, Cancel);

        Assert.Equal("some bytes", await new StreamReader(content).ReadToEndAsync(Cancel));
        Assert.Equal(("bytes=5-9", Tag), (server.Requests[1].Headers["Range"], server.Requests[1].Headers["If-Match"]));
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_not_continued_with_other_content()
    {
        using var server = new LoopbackS3((_, n) => n == 1
            ? new Answer(200, "some ") { Length = 10, Headers = { ["ETag"] = Tag } }
            : Answer.Error(412, "PreconditionFailed"));
        using var store = server.Open();

        await using var content = await store.OpenAsync(Location, null, Cancel);

        await Assert.ThrowsAsync<ObjectMissingException>(() => new StreamReader(content).ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task A_download_that_always_breaks_off_fails_in_the_end()
    {
        using var server = new LoopbackS3((_, _) => new Answer(200, "") { Length = 10, Headers = { ["ETag"] = Tag } });
        using var store = server.Open();

        await using var content = await store.OpenAsync(Location, null, Cancel);

        await FailureAsync(() => new StreamReader(content).ReadToEndAsync(Cancel).WaitAsync(Bound, TimeProvider.System, Cancel));
    }

    private static async Task<StageException> FailureAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<StageException>(call);
        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
        return failure;
    }

    private static Task<WriteOutcome> WriteAsync(S3ObjectStore store) =>
        store.WriteOnceAsync(Location, new MemoryStream("bytes"u8.ToArray()), Sha256Hash.Of("bytes"u8), Cancel);
}
