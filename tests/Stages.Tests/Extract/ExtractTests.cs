using System.Globalization;
using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Stages.Extract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.Extract;

public sealed class ExtractTests : IDisposable
{
    private const string Landed = ExtractFixture.LandFolder + "/random_postcodes_1573569000.jsonl.gz";
    private readonly ExtractFixture _fixture = new();

    [Fact]
    public async Task Rows_land_in_one_object_named_after_the_run()
    {
        await using var source = LoopbackHttp.Start(request => Answers.Row(request.Number));
        var settings = _fixture.Settings(source.Url, requests: 3) with { Concurrency = 1 };
        var run = await _fixture.RunAsync(settings);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal([Landed], _fixture.Objects());
        Assert.Equal([Answers.Line(0, 0), Answers.Line(1, 1), Answers.Line(2, 2)], _fixture.Lines(Landed));
        AssertResult(source.Url);
    }

    [Fact]
    public async Task Requests_are_concurrent_up_to_the_limit_and_rows_keep_their_order()
    {
        var random = new Random(7);
        var delays = Enumerable.Range(0, 200).Select(_ => random.Next(2, 12)).ToArray();
        await using var source = LoopbackHttp.Start(async request =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delays[request.Number]), TimeProvider.System, request.Stopping);
            return Answers.Row(request.Number);
        });
        await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 200) with { Concurrency = 8 });
        Assert.Equal(8, source.MostAtOnce);
        var indexes = _fixture.Lines(Landed).Select(line => JsonNode.Parse(line)!["index"]!.GetValue<int>());
        Assert.Equal(Enumerable.Range(0, 200), indexes);
    }

    [Fact]
    public async Task A_rate_limit_holds()
    {
        await using var source = LoopbackHttp.Start(request => Answers.Row(request.Number));
        var start = TimeProvider.System.GetTimestamp();
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 21) with { RequestsPerSecond = 100 });
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(200));
    }

    [Fact]
    public async Task Progress_is_logged_while_the_source_is_slow()
    {
        using var fixture = new ExtractFixture { Limits = new ExtractLimits { ProgressEvery = TimeSpan.FromMilliseconds(10) } };
        await using var source = LoopbackHttp.Start(async request =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, request.Stopping);
            return Answers.Row(request.Number);
        });
        var run = await fixture.RunAsync(fixture.Settings(source.Url));
        Assert.Contains("Progress: 0 of 20 requests answered, 0 retries.", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("land-bucket")]
    [InlineData("raw-hist-bucket")]
    [InlineData("quarantine-bucket")]
    public async Task A_run_that_has_landed_asks_nothing_and_changes_nothing(string bucket)
    {
        await using var source = LoopbackHttp.Start(request => Answers.Row(request.Number));
        await _fixture.RunAsync(_fixture.Settings(source.Url));
        var there = Landed.Replace("land-bucket", bucket, StringComparison.Ordinal);
        _fixture.Move(Landed, there);
        var bytes = _fixture.Bytes(there);
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"nothing to do, this run has landed already: s3://{there}", run.Log, StringComparison.Ordinal);
        Assert.Equal(20, source.Requests);
        Assert.Equal([there], _fixture.Objects());
        Assert.Equal(bytes, _fixture.Bytes(there));
    }

    [Fact]
    public async Task Other_runs_and_other_tables_do_not_count_as_landed()
    {
        _fixture.Put("land-bucket/data/random_postcodes/file_land_timestamp=1573569001/random_postcodes_1573569001.jsonl.gz");
        _fixture.Put("land-bucket/data/random_postcodes_extra/file_land_timestamp=1573569000/random_postcodes_1573569000.jsonl.gz");
        await using var source = LoopbackHttp.Start(request => Answers.Row(request.Number));
        await _fixture.RunAsync(_fixture.Settings(source.Url));
        Assert.Contains(Landed, _fixture.Objects());
    }

    [Fact]
    public async Task An_object_that_another_try_lands_meanwhile_stays()
    {
        await using var source = LoopbackHttp.Start(request =>
        {
            if (request.Number == 10)
            {
                _fixture.Put(Landed);
            }

            return Answers.Row(request.Number);
        });
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("another try has landed it", run.Log, StringComparison.Ordinal);
        Assert.Equal("content"u8, _fixture.Bytes(Landed));
    }

    [Fact]
    public async Task A_plan_says_what_it_would_do_and_does_nothing()
    {
        await using var source = LoopbackHttp.Start(request => Answers.Row(request.Number));
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url), "--plan");
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"Would ask {source.Url}: requests 0 to 19, and write s3://{Landed}.", run.Log, StringComparison.Ordinal);
        Assert.Equal(0, source.Requests);
        Assert.Empty(_fixture.Objects());
    }

    [Fact]
    public async Task Cut_off_halfway_it_leaves_nothing_in_land_and_the_next_try_lands_all()
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var source = LoopbackHttp.Start(request =>
        {
            if (request.Number == 50)
            {
                kill.Cancel();
            }

            return Answers.Row(request.Number);
        });
        var settings = _fixture.Settings(source.Url, requests: 100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _fixture.RunAsync(settings, kill.Token));
        Assert.Empty(_fixture.Objects());
        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync(settings)).ExitCode);
        Assert.Equal(100, _fixture.Lines(Landed).Length);
    }

    [Fact]
    public async Task Missing_variables_are_named_all_at_once()
    {
        var run = await StageRunner.RunAsync<ExtractSettings>(
            new Dictionary<string, string> { ["REQUESTS"] = "many" }, context => new ExtractStage(context));
        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.All(["TABLE", "LAND_PATH", "RAW_HIST_PATH", "RUN_TIMESTAMP", "REQUESTS"], name => Assert.Contains(name, run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_source_is_refused_with_the_known_ones()
    {
        var run = await _fixture.RunAsync(_fixture.Settings(new Uri("http://127.0.0.1:1/")) with { Source = "gazetteer" });
        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("SOURCE 'gazetteer' is not a source of this program. Set it to one of these: postcodes-io.", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_an_outside_failure()
    {
        await using var source = LoopbackHttp.Start(request => Answers.Row(request.Number));
        await File.WriteAllTextAsync(_fixture.StorePath, "a file where the store should be", TestContext.Current.CancellationToken);
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url));
        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains($"The object store in '{_fixture.StorePath}' failed", run.Log, StringComparison.Ordinal);
    }

    public void Dispose() => _fixture.Dispose();

    private void AssertResult(Uri url)
    {
        var result = JsonNode.Parse(File.ReadAllText(_fixture.ResultPath))!;
        var landed = result["facts"]!["objects"]![0]!;
        Assert.Equal(3, result["rows_out"]!.GetValue<int>());
        Assert.Equal(3, result["facts"]!["requests"]!.GetValue<int>());
        Assert.Equal(0, result["facts"]!["retries"]!.GetValue<int>());
        Assert.Equal(url.ToString(), result["facts"]!["source_url"]!.GetValue<string>());
        Assert.Equal($"s3://{Landed}", landed["location"]!.GetValue<string>());
        Assert.Equal(_fixture.Bytes(Landed).Length.ToString(CultureInfo.InvariantCulture), landed["bytes"]!.ToJsonString());
        Assert.Equal(Sha256Hash.Of(_fixture.Bytes(Landed)).ToString(), landed["sha256"]!.GetValue<string>());
    }
}
