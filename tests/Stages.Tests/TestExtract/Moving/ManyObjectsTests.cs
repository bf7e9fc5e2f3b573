using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

public sealed class ManyObjectsTests : IDisposable
{
    private const int Count = 3000;
    private readonly World _world = new(TemporaryFolder.InMemory());

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Each_is_judged_by_itself_and_what_is_said_of_all_stays_short()
    {
        for (var i = 0; i < Count; i++)
        {
            _world.Put(World.In(World.Land, World.Run, $"things_1573569000-{i:0000}.jsonl.gz"), World.Rows(i % 10 == 7 ? 1 : 2, first: i));
        }

        var run = await StageRunner.RunAsync(_world.TestExtract with { QuarantinePath = World.Quarantine }, TestExtractProgram.Create);

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Empty(_world.Objects(World.Land));
        Assert.Equal(Count * 9 / 10, _world.Objects(World.RawHist).Count);
        Assert.InRange(_world.Result.Length, 1, 32 * 1024);
        var result = JsonNode.Parse(_world.Result)!;
        Assert.Equal((Count / 10, Count * 9 / 10), ((int)result["facts"]!["objects_failed"]!, (int)result["facts"]!["objects_passed"]!));
        var named = result["facts"]!["objects"]!.AsArray().Select(item => (string)item!["object"]!).ToList();
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"things_1573569000-{(i * 10) + 7:0000}.jsonl.gz"), named.Select(Path.GetFileName));
        Assert.Contains("and 280 more", (string)result["summary"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_names_the_first_of_those_in_quarantine()
    {
        for (var i = 0; i < 30; i++)
        {
            _world.Put(World.In(World.Land, World.Run, $"things_1573569000-{i:0000}.jsonl.gz"), World.Rows(1, first: i));
        }

        var settings = _world.TestExtract with { QuarantinePath = World.Quarantine };
        await StageRunner.RunAsync(settings, TestExtractProgram.Create);
        var retry = await StageRunner.RunAsync(settings, TestExtractProgram.Create);

        Assert.Equal(ExitCode.DataFailed, retry.ExitCode);
        Assert.Contains("things_1573569000-0019.jsonl.gz' and 10 more.", retry.Log, StringComparison.Ordinal);
    }
}
