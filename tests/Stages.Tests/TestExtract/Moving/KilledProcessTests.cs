using Slipstream.Contracts;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

/// <summary>A few of the faults with a real process, which SIGKILL ends.</summary>
public sealed class KilledProcessTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(Fault.KilledAfter, 3)] // after the copy of the first object
    [InlineData(Fault.KilledBefore, 5)] // before its delete
    [InlineData(Fault.KilledAfter, 5)] // after it
    public async Task A_process_that_is_killed_between_copy_and_delete_loses_and_doubles_nothing(Fault fault, int call)
    {
        _world.Put(World.In(World.Land, World.Run, "things_1573569000-1.jsonl.gz"), World.Rows(5));
        _world.Put(World.In(World.Land, World.Run, "things_1573569000-2.jsonl.gz"), World.Rows(1));
        var landed = _world.Everything();
        var settings = _world.TestExtract with { QuarantinePath = World.Quarantine, Concurrency = 1 };

        Assert.Equal(KilledProcess.Sigkill, await KilledProcess.RunAsync(settings, fault, call));
        var halfWay = _world.Everything();
        var second = await StageRunner.RunAsync(settings, TestExtractProgram.Create);

        Assert.NotEqual(landed, halfWay);
        Assert.Equal(ExitCode.DataFailed, second.ExitCode);
        Assert.Empty(_world.Objects(World.Land));
        var kept = _world.Everything().Where(entry => !entry.Key.Contains("/_findings/", StringComparison.Ordinal)).Select(entry => entry.Value);
        Assert.Equal(landed.Values.Order(), kept.Order());
    }
}
