using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.Extract;

public sealed class FailingSourceTests : IDisposable
{
    private readonly ExtractFixture _fixture = new();

    [Fact]
    public async Task A_source_that_is_down_is_an_outside_failure()
    {
        var url = new Uri($"http://127.0.0.1:{LoopbackHttp.FreePort()}/");
        await AssertFailsAsync(url, ExitCode.OutsideFailed, $"to '{url}' got no answer in 3 tries");
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passing_error_is_tried_again(int status)
    {
        await using var source = LoopbackHttp.Start(request => request.Number == 3 ? LoopbackHttpReply.Error(status) : Answers.Row(request.Number));
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(21, source.Requests);
        Assert.Contains($": status {status}. Trying again in", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_again()
    {
        await using var source = LoopbackHttp.Start(request => request.Number == 3 ? LoopbackHttpReply.BrokenOff : Answers.Row(request.Number));
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url));
        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
    }

    [Fact]
    public async Task An_error_that_stays_is_an_outside_failure_after_all_tries()
    {
        await using var source = LoopbackHttp.Start(_ => LoopbackHttpReply.Error(500));
        await AssertFailsAsync(source.Url, ExitCode.OutsideFailed, $"Request 0 to '{source.Url}' failed in 3 tries: the last answer has the status 500", concurrency: 1);
        Assert.Equal(3, source.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task An_error_of_the_request_is_not_tried_again(int status)
    {
        await using var source = LoopbackHttp.Start(_ => LoopbackHttpReply.Error(status));
        await AssertFailsAsync(source.Url, ExitCode.OutsideFailed, $"failed in one try: the last answer has the status {status}", concurrency: 1);
        Assert.Equal(1, source.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_request_that_fails_stops_the_others_at_once()
    {
        await using var source = LoopbackHttp.Start(async request =>
        {
            if (request.Number == 5)
            {
                return LoopbackHttpReply.Error(404);
            }

            await Task.Delay(TimeSpan.FromHours(1), TimeProvider.System, request.Stopping);
            return Answers.Row(request.Number);
        });
        await AssertFailsAsync(source.Url, ExitCode.OutsideFailed, "status 404", concurrency: 8);
        Assert.InRange(source.Requests, 6, 9);
    }

    [Fact]
    public async Task Retry_after_is_waited_for_by_all_requests()
    {
        var answered = new System.Collections.Concurrent.ConcurrentDictionary<int, long>();
        await using var source = LoopbackHttp.Start(request =>
        {
            answered[request.Number] = TimeProvider.System.GetTimestamp();
            return request.Number == 0 ? LoopbackHttpReply.Error(429) with { RetryAfter = "1" } : Answers.Row(request.Number);
        });
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 3) with { Concurrency = 1 });
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(4, source.Requests);
        Assert.True(TimeProvider.System.GetElapsedTime(answered[0], answered[1]).TotalSeconds >= 0.95);
    }

    [Fact]
    public async Task A_source_that_asks_to_wait_too_long_is_left_to_the_scheduler()
    {
        await using var source = LoopbackHttp.Start(_ => LoopbackHttpReply.Error(503) with { RetryAfter = "86400" });
        await AssertFailsAsync(source.Url, ExitCode.OutsideFailed, "asks to wait 86400 s", concurrency: 1);
        Assert.Equal(1, source.Requests);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_tried_again_and_then_an_outside_failure()
    {
        await using var source = LoopbackHttp.Start(async request =>
        {
            await Task.Delay(TimeSpan.FromHours(1), TimeProvider.System, request.Stopping);
            return Answers.Row(request.Number);
        });
        await AssertFailsAsync(source.Url, ExitCode.OutsideFailed, "got no answer in 2 tries", concurrency: 1, retries: 1, requests: 1);
        Assert.Equal(2, source.Requests);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(502)]
    public async Task A_page_instead_of_JSON_is_an_outside_failure(int status)
    {
        await using var source = LoopbackHttp.Start(_ => LoopbackHttpReply.Html(status, "<html>Sign in first</html>"));
        await AssertFailsAsync(source.Url, ExitCode.OutsideFailed, "begins '<html>Sign in first</html>'");
    }

    [Theory]
    [InlineData("""{"status":200,"result":null}""", "'result' is null")]
    [InlineData("""{"status":200,"results":[]}""", "the answer has no 'result'")]
    [InlineData("""{"status":200,"result":{"postcode":"AB1"}}""", "'result' has no 'codes'")]
    public async Task Another_shape_is_a_failure_of_the_data(string body, string why)
    {
        await using var source = LoopbackHttp.Start(request => request.Number == 13 ? LoopbackHttpReply.Json(body) : Answers.Row(request.Number));
        await AssertFailsAsync(source.Url, ExitCode.DataFailed, why);
    }

    public void Dispose() => _fixture.Dispose();

    private async Task AssertFailsAsync(Uri url, ExitCode exitCode, string message, int concurrency = 16, int retries = 2, int requests = 20)
    {
        var run = await _fixture.RunAsync(_fixture.Settings(url, requests) with
        {
            Concurrency = concurrency,
            Retries = retries,
            RequestTimeout = TimeSpan.FromSeconds(retries == 1 ? 1 : 30),
        });
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(message, run.Log, StringComparison.Ordinal);
        Assert.Contains(url.ToString(), run.Log, StringComparison.Ordinal);
        Assert.Empty(_fixture.Objects());
    }
}
