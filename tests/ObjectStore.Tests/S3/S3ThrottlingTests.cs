using System.Collections.Concurrent;
using Slipstream.Contracts;
using Slipstream.ObjectStore.S3;
using Slipstream.Testing;
using static Slipstream.ObjectStore.Tests.S3.LoopbackS3;

namespace Slipstream.ObjectStore.Tests.S3;

public sealed class S3ThrottlingTests
{
    private static readonly S3Prefix Land = S3Prefix.Parse("s3://land/table/");
    private readonly ImpatientClock _clock = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(503, "SlowDown")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(429, "TooManyRequests")]
    [InlineData(429, "")]
    public async Task Pauses_grow_and_are_never_the_same_until_the_server_has_recovered(int status, string code)
    {
        using var server = new LoopbackS3((_, n) => n <= 6 ? Answer.Error(status, code) : new Answer(200));
        using var store = server.Open(_clock, S3Limits.Aws);

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store, "a"));

        Assert.Equal(7, server.Requests.Count);
        Assert.All(server.Requests, put => Assert.Equal("bytes"u8.ToArray(), put.Body));
        Assert.Equal(6, _clock.Waits.Count);
        Assert.All(_clock.Waits.Index(), wait => Assert.InRange(wait.Item, TimeSpan.Zero, TimeSpan.FromSeconds(1 << wait.Index)));
        Assert.Equal(6, _clock.Waits.Distinct().Count());
    }

    [Fact]
    public async Task Every_request_is_patient()
    {
        var refused = new ConcurrentDictionary<string, bool>();
        using var server = new LoopbackS3((asked, _) => refused.TryAdd($"{asked.Method} {asked.Url}", true) ? Answer.Error(503, "SlowDown") : AnswerTo(asked));
        using var store = server.Open(_clock, S3Limits.Aws);
        var stored = new StoredObject(Land.File("a"), 7, "tag");

        Assert.Equal(stored, Assert.Single(await store.ListAsync(Land, Cancel).ToListAsync(Cancel)));
        await using (var content = await store.OpenAsync(stored.Location, null, Cancel))
        {
            Assert.Equal("content", await new StreamReader(content).ReadToEndAsync(Cancel));
        }

        Assert.Equal(7, (await store.DigestAsync(stored.Location, Cancel)).Length);
        Assert.Equal(WriteOutcome.Created, await store.CopyOnceAsync(stored, Land.File("b"), Cancel));
        Assert.Equal(DeleteOutcome.Deleted, await store.DeleteIfMatchAsync(stored.Location, "tag", Cancel));
        Assert.Equal(6, _clock.Waits.Count);
    }

    [Fact]
    public async Task Many_writers_whom_a_server_limits_all_come_through()
    {
        const int writers = 64;
        var tries = new ConcurrentDictionary<string, int>();
        using var server = new LoopbackS3((asked, _) => tries.AddOrUpdate(asked.Url, 1, (_, n) => n + 1) <= 4 ? Answer.Error(503, "SlowDown") : new Answer(200));
        using var store = server.Open(_clock, S3Limits.Aws);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, writers).Select(i => WriteAsync(store, $"{i}")));

        Assert.All(outcomes, outcome => Assert.Equal(WriteOutcome.Created, outcome));
        Assert.Equal(writers * 4, _clock.Waits.Count);
    }

    [Fact]
    public async Task A_server_that_never_recovers_is_an_outside_failure_in_the_end()
    {
        using var server = new LoopbackS3((_, _) => Answer.Error(503, "SlowDown"));
        using var store = server.Open(_clock, S3Limits.Aws);

        var failure = await Assert.ThrowsAsync<StageException>(() => WriteAsync(store, "a"));

        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
        Assert.Contains("SlowDown (HTTP 503", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("run the stage again later.", failure.Message, StringComparison.Ordinal);
        Assert.All(_clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
    }

    private static Answer AnswerTo(Asked asked) => asked.Method switch
    {
        "GET" when asked.Url.Contains("list-type", StringComparison.Ordinal) => new Answer(200,
            "<ListBucketResult><Name>land</Name><IsTruncated>false</IsTruncated><Contents><Key>table/a</Key><ETag>\"tag\"</ETag><Size>7</Size></Contents></ListBucketResult>"),
        "GET" => new Answer(200, "content") { Headers = { ["ETag"] = "\"tag-1\"" } },
        "HEAD" when asked.Url.EndsWith("/b", StringComparison.Ordinal) => new Answer(404),
        "HEAD" => new Answer(200, "content")
        {
            Headers = { ["ETag"] = "\"tag\"", ["x-amz-checksum-sha256"] = Convert.ToBase64String(Sha256Hash.Of("content"u8).ToBytes()) },
        },
        "PUT" => new Answer(200, "<CopyObjectResult><ETag>\"x\"</ETag></CopyObjectResult>"),
        _ => new Answer(204),
    };

    private static Task<WriteOutcome> WriteAsync(S3ObjectStore store, string name) =>
        store.WriteOnceAsync(Land.File(name), new MemoryStream("bytes"u8.ToArray()), Sha256Hash.Of("bytes"u8), Cancel);
}
