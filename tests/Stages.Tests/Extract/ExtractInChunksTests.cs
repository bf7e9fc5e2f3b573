using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Stages.Extract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.Extract;

public sealed class ExtractInChunksTests : IDisposable
{
    private static readonly string[] Chunks = [Chunk(0), Chunk(1), Chunk(2)];
    private readonly ExtractFixture _fixture = new() { Limits = new ExtractLimits { RequestsPerChunk = 10 } };

    [Fact]
    public async Task Many_requests_land_in_numbered_objects()
    {
        await using var source = Source();
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 25));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(Chunks, _fixture.Objects());
        AssertEveryIndexOnce();
    }

    [Fact]
    public async Task Cut_off_between_objects_the_next_try_asks_only_for_what_is_missing()
    {
        using var kill = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using (var dying = LoopbackHttp.Start(request => request.Number == 15 ? Kill(kill) : Answers.Row(request.Number)))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => _fixture.RunAsync(_fixture.Settings(dying.Url, requests: 25), kill.Token));
        }

        Assert.Equal([Chunk(0)], _fixture.Objects());
        var bytes = _fixture.Bytes(Chunk(0));
        await using var source = Source();
        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 25))).ExitCode);
        Assert.Equal(15, source.Requests);
        Assert.Equal(bytes, _fixture.Bytes(Chunk(0)));
        AssertEveryIndexOnce();
    }

    [Fact]
    public async Task An_object_that_was_promoted_already_is_not_made_again()
    {
        await using var source = Source();
        await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 25));
        _fixture.Move(Chunk(1), Chunk(1).Replace("land-bucket", "raw-hist-bucket", StringComparison.Ordinal));
        _fixture.Delete(Chunk(2));
        await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 25));
        Assert.Equal(30, source.Requests);
        Assert.Equal([Chunk(0), Chunk(2), Chunk(1).Replace("land-bucket", "raw-hist-bucket", StringComparison.Ordinal)], _fixture.Objects());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public async Task Another_number_of_requests_for_the_same_run_is_refused(int requests)
    {
        await using var source = Source();
        await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 25));
        var run = await _fixture.RunAsync(_fixture.Settings(source.Url, requests));
        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("Set REQUESTS to what it was then", run.Log, StringComparison.Ordinal);
        Assert.Equal(25, source.Requests);
    }

    [Fact]
    public async Task A_run_that_landed_in_one_piece_has_landed_however_many_requests_are_set_now()
    {
        await using var source = Source();
        await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 5));
        Assert.Contains("nothing to do", (await _fixture.RunAsync(_fixture.Settings(source.Url, requests: 25))).Log, StringComparison.Ordinal);
        Assert.Equal(5, source.Requests);
    }

    public void Dispose() => _fixture.Dispose();

    private static string Chunk(int number) => $"{ExtractFixture.LandFolder}/random_postcodes_{number}_1573569000.jsonl.gz";

    private static LoopbackHttp Source() => LoopbackHttp.Start(request => Answers.Row(request.Number));

    private static LoopbackHttpReply Kill(CancellationTokenSource kill)
    {
        kill.Cancel();
        return LoopbackHttpReply.BrokenOff;
    }

    private void AssertEveryIndexOnce() => Assert.Equal(
        Enumerable.Range(0, 25),
        Chunks.SelectMany(_fixture.Lines).Select(line => JsonNode.Parse(line)!["index"]!.GetValue<int>()));
}
