using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

/// <summary>What was rejected and stays in land, for there is no quarantine.</summary>
public sealed class SkippedTests : IDisposable
{
    private readonly World _world = new();

    private TestExtractSettings Settings => _world.TestExtract with { ReportPath = World.Reports };

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task An_unchanged_object_is_not_read_again_and_fails_again()
    {
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(1));
        await RunAsync(Settings);
        var before = _world.Everything();

        var (second, opened) = await RunAsync(Settings);

        Assert.Equal((ExitCode.DataFailed, 0), (second.ExitCode, opened));
        Assert.Contains($"SKIPPED '{landed}': an earlier run rejected it", second.Log, StringComparison.Ordinal);
        Assert.Contains($"1 of 1 object failed: '{landed}'. They stay in land and are skipped until they change", second.Log, StringComparison.Ordinal);
        Assert.Contains("at least 2 rows", File.ReadAllText(Path.Combine(_world.StoreFolder, Assert.Single(_world.Objects(World.Reports)))), StringComparison.Ordinal);
        Assert.Equal(before, _world.Everything());
    }

    [Fact]
    public async Task A_replaced_object_is_checked_again()
    {
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(1));
        await RunAsync(Settings);
        _world.Put(landed, World.Rows(5));

        Assert.Equal(ExitCode.Done, (await RunAsync(Settings)).Run.ExitCode);
    }

    [Fact]
    public async Task Other_limits_or_other_metadata_have_it_checked_again()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(1) + """{"name":"a","size":"big"}""");
        await RunAsync(Settings with { MinimumRows = 3 });

        var (limits, openedForLimits) = await RunAsync(Settings);
        var text = File.ReadAllText(_world.FileOf("meta_data/raw/things.json"));
        _world.Write("meta_data/raw/things.json", text.Replace("""
            "size", "type": "int", "description": "Size."
            """, """
            "size", "type": "int", "description": "The size."
            """, StringComparison.Ordinal));
        var (metadata, openedForMetadata) = await RunAsync(Settings);

        Assert.Equal((ExitCode.DataFailed, 1), (limits.ExitCode, openedForLimits));
        Assert.Equal((ExitCode.DataFailed, 1), (metadata.ExitCode, openedForMetadata));
    }

    [Fact]
    public async Task With_nowhere_to_note_it_an_object_is_checked_each_time()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(1));
        await RunAsync(_world.TestExtract);

        var (second, opened) = await RunAsync(_world.TestExtract);

        Assert.Equal((ExitCode.DataFailed, 1), (second.ExitCode, opened));
    }

    private static async Task<(StageRunResult Run, int Opened)> RunAsync(TestExtractSettings settings)
    {
        using var store = new MeddledStore(ObjectStores.Open(settings.Host));
        return (await StageRunner.RunAsync(settings, TestExtractProgram.Create, _ => store), store.Opened);
    }
}
