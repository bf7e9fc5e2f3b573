using System.Collections.Concurrent;
using System.Text;
using Slipstream.Contracts;
using Slipstream.ObjectStore.S3;
using static Slipstream.ObjectStore.Tests.S3.LoopbackS3;

namespace Slipstream.ObjectStore.Tests.S3;

/// <summary>What is too large for one request, with limits of a few bytes.</summary>
public sealed class S3MultipartTests
{
    private const string Taken = "<Error><Code>PreconditionFailed</Code></Error>";
    private static readonly StoredObject Source = new(S3Location.Parse("s3://land/table/a"), 2_500_000, "tag");
    private static readonly S3Location Target = S3Location.Parse("s3://raw-hist/table/a");
    private static readonly S3Limits Small = new() { LargestRequest = 1_000_000, PartBytes = 1024 * 1024 };
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 2_500_000).Select(i => (byte)(i * 31))];
    private readonly ConcurrentDictionary<string, Answer> _answers = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_in_parts_sends_the_conditions_with_every_part_and_with_the_last_request()
    {
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        Assert.Equal(WriteOutcome.Created, await store.CopyOnceAsync(Source, Target, Cancel));

        var parts = server.Requests.Where(asked => asked.Method == "PUT").OrderBy(asked => asked.Url, StringComparer.Ordinal).ToList();
        Assert.Equal(["bytes=0-1048575", "bytes=1048576-2097151", "bytes=2097152-2499999"], parts.Select(part => part.Headers["x-amz-copy-source-range"]));
        Assert.All(parts, part => Assert.Equal("\"tag\"", part.Headers["x-amz-copy-source-if-match"]));
        Assert.Equal("SHA256", Begun(server).Headers["x-amz-checksum-algorithm"]);
        Assert.Equal("text/plain", Begun(server).Headers["Content-Type"]);
        Assert.Equal("gzip", Begun(server).Headers["Content-Encoding"]);
        Assert.Equal("me", Begun(server).Headers["x-amz-meta-author"]);
        var completed = server.Requests[^1];
        Assert.Equal("*", completed.Headers["If-None-Match"]);
        Assert.Equal([1, 2, 3], PartNumbers(completed));
        Assert.Contains("<ChecksumSHA256>", Encoding.UTF8.GetString(completed.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_in_parts_sends_every_byte_once_with_the_hash_of_its_part()
    {
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store));

        var parts = server.Requests.Where(asked => asked.Method == "PUT").ToList();
        Assert.Equal(Bytes, parts.SelectMany(part => part.Body));
        Assert.All(parts, part => Assert.Equal(Convert.ToBase64String(Sha256Hash.Of(part.Body).ToBytes()), part.Headers["x-amz-checksum-sha256"]));
        Assert.Equal([1, 2, 3], PartNumbers(server.Requests[^1]));
        Assert.Equal("*", server.Requests[^1].Headers["If-None-Match"]);
    }

    [Fact]
    public async Task A_target_that_is_taken_is_seen_before_anything_is_sent()
    {
        _answers["HEAD raw-hist"] = new Answer(200);
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        Assert.Equal(WriteOutcome.AlreadyExists, await store.CopyOnceAsync(Source, Target, Cancel));
        Assert.Equal(WriteOutcome.AlreadyExists, await WriteAsync(store));

        Assert.All(server.Requests, asked => Assert.Equal("HEAD", asked.Method));
    }

    [Theory]
    [InlineData(204)]
    [InlineData(403)]
    public async Task A_target_that_is_taken_meanwhile_is_not_replaced_and_the_parts_are_given_up(int abort)
    {
        _answers["POST complete"] = new Answer(412, Taken);
        _answers["DELETE"] = abort == 204 ? new Answer(204) : Answer.Error(403, "AccessDenied");
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        Assert.Equal(WriteOutcome.AlreadyExists, await store.CopyOnceAsync(Source, Target, Cancel));

        Assert.Equal("DELETE", server.Requests[^1].Method);
    }

    [Fact]
    public async Task An_original_that_is_replaced_between_two_parts_is_not_copied()
    {
        _answers["PUT 3"] = new Answer(412, Taken);
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        var failure = await Assert.ThrowsAsync<ObjectMissingException>(() => store.CopyOnceAsync(Source, Target, Cancel));

        Assert.Equal(Source.Location, failure.Location);
        Assert.Equal("DELETE", server.Requests[^1].Method);
        Assert.DoesNotContain(server.Requests, IsComplete);
    }

    [Fact]
    public async Task An_original_that_was_replaced_before_is_not_copied()
    {
        _answers["HEAD land"] = new Answer(412);
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        await Assert.ThrowsAsync<ObjectMissingException>(() => store.CopyOnceAsync(Source, Target, Cancel));

        Assert.DoesNotContain(server.Requests, asked => asked.Method != "HEAD");
    }

    [Fact]
    public async Task A_failure_is_told_although_giving_up_the_parts_is_not_allowed()
    {
        _answers["PUT 2"] = Answer.Error(500, "InternalError");
        _answers["DELETE"] = Answer.Error(403, "AccessDenied");
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        var failure = await Assert.ThrowsAsync<StageException>(() => WriteAsync(store));

        Assert.StartsWith("S3 multipart upload of 's3://raw-hist/table/a' failed: InternalError", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_the_ones_that_were_hashed_are_never_completed()
    {
        using var server = new LoopbackS3((asked, _) => AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        var failure = await Assert.ThrowsAsync<StageException>(
            () => store.WriteOnceAsync(Target, new MemoryStream(Bytes), Sha256Hash.Of("other"u8), Cancel));

        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
        Assert.DoesNotContain(server.Requests, IsComplete);
        Assert.Equal("DELETE", server.Requests[^1].Method);
    }

    [Fact]
    public async Task A_conflict_of_two_writers_begins_the_upload_anew()
    {
        var completions = 0;
        using var server = new LoopbackS3((asked, _) => IsComplete(asked) && completions++ == 0 ? Answer.Error(409, "ConditionalRequestConflict") : AnswerTo(asked));
        using var store = server.Open(TimeProvider.System, Small);

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store));

        Assert.Equal(2, server.Requests.Count(IsBegin));
        Assert.Equal(6, server.Requests.Count(asked => asked.Method == "PUT"));
    }

    [Fact]
    public async Task A_last_request_whose_answer_was_lost_counts_as_done()
    {
        using var server = new LoopbackS3((asked, _) =>
        {
            if (IsComplete(asked))
            {
                _answers["HEAD raw-hist"] = new Answer(200);
                return Answer.Error(404, "NoSuchUpload");
            }

            return AnswerTo(asked);
        });
        using var store = server.Open(TimeProvider.System, Small);

        Assert.Equal(WriteOutcome.AlreadyExists, await WriteAsync(store));
    }

    [Theory]
    [InlineData(5L * 1024 * 1024 * 1024 + 1, 21)]
    [InlineData(50L * 1024 * 1024 * 1024 * 1024, 10_000)]
    public void Parts_are_never_too_many_and_leave_no_byte_out(long length, int mostParts)
    {
        var parts = S3Limits.Aws.PartsOf(length);

        Assert.InRange(parts.Count, 2, mostParts);
        Assert.Equal(length, parts.Sum(part => part.Length));
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.From + pair.First.Length, pair.Second.From));
        Assert.InRange(parts.Max(part => part.Length), 1, 6L * 1024 * 1024 * 1024);
    }

    private static bool IsBegin(Asked asked) => asked.Method == "POST" && asked.Url.EndsWith("?uploads", StringComparison.Ordinal);

    private static bool IsComplete(Asked asked) => asked.Method == "POST" && asked.Url.Contains("uploadId=", StringComparison.Ordinal);

    private static Asked Begun(LoopbackS3 server) => server.Requests.Single(IsBegin);

    private static IEnumerable<int> PartNumbers(Asked completed) => System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(completed.Body))
        .Descendants().Where(element => element.Name.LocalName == "PartNumber").Select(element => (int)element);

    private static Task<WriteOutcome> WriteAsync(S3ObjectStore store) =>
        store.WriteOnceAsync(Target, new MemoryStream(Bytes), Sha256Hash.Of(Bytes), Cancel);

    // An answer of the test's own comes first.
    private Answer AnswerTo(Asked asked)
    {
        var bucket = asked.Url.Split('/')[1];
        var part = System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://a/"), asked.Url).Query)["partNumber"];
        var kind = asked.Method switch
        {
            "HEAD" => $"HEAD {bucket}",
            "PUT" => $"PUT {part}",
            "POST" => IsBegin(asked) ? "POST begin" : "POST complete",
            var method => method,
        };
        return _answers.GetValueOrDefault(kind) ?? (kind switch
        {
            "HEAD land" => new Answer(200) { Headers = { ["ETag"] = "\"tag\"", ["Content-Type"] = "text/plain", ["Content-Encoding"] = "gzip", ["x-amz-meta-author"] = "me" } },
            "HEAD raw-hist" => new Answer(404),
            "POST begin" => new Answer(200, "<InitiateMultipartUploadResult><UploadId>upload-1</UploadId></InitiateMultipartUploadResult>"),
            "POST complete" => new Answer(200, "<CompleteMultipartUploadResult><ETag>\"x-3\"</ETag></CompleteMultipartUploadResult>"),
            "DELETE" => new Answer(204),
            _ when asked.Headers["x-amz-copy-source"] is not null => new Answer(200, $"<CopyPartResult><ETag>\"part-{part}\"</ETag><ChecksumSHA256>{Convert.ToBase64String(new byte[32])}</ChecksumSHA256></CopyPartResult>"),
            _ => new Answer(200) { Headers = { ["ETag"] = $"\"part-{part}\"" } },
        });
    }
}
