using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.RunCurated;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class VerifyTests : IDisposable
{
    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Nothing_differs_after_runs_and_nothing_is_changed()
    {
        await PublishTwiceAsync();
        var before = _world.World.Everything();

        var run = await VerifyAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Verified commit 2: 2 extracts and 3 parts are as they were committed.", run.Log);
        Assert.Equal(before, _world.World.Everything());
    }

    [Fact]
    public async Task Extracts_that_only_an_earlier_commit_lists_are_verified_too()
    {
        await PublishTwiceAsync();
        _world.World.Put(World.In(World.RawHist, World.Run), World.Rows(4));

        var run = await VerifyAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains($"DIFFERENCE in rows of '{World.In(World.RawHist, World.Run)}': committed 3, found 4.", run.Log);
        Assert.Contains($"DIFFERENCE in SHA-256 of '{World.In(World.RawHist, World.Run)}'", run.Log);
    }

    [Fact]
    public async Task What_is_absent_and_what_is_too_much_are_named()
    {
        await PublishTwiceAsync();
        var part = (await _world.NewestAsync())!.Table("things")!.Partitions[0].Files[0].Location;
        File.Delete(_world.World.PathOf(part));
        File.Delete(_world.World.PathOf(World.In(World.RawHist, Later)));
        var late = LandTimestamp.Parse("1573569001");
        _world.Promote(late, World.Rows(1));

        var run = await VerifyAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains($"DIFFERENCE in '{part}': committed there, found absent.", run.Log);
        Assert.Contains($"DIFFERENCE in '{World.In(World.RawHist, Later)}': committed there, found absent.", run.Log);
        Assert.Contains($"DIFFERENCE in '{World.In(World.RawHist, late)}': committed not read, found in raw-hist.", run.Log);
        Assert.Contains("differ in 3 places", run.Log);
    }

    [Fact]
    public async Task A_changed_part_differs_in_its_hash()
    {
        await PublishTwiceAsync();
        var part = (await _world.NewestAsync())!.Table("counted")!.Partitions[0].Files[0].Location;
        await File.WriteAllBytesAsync(_world.World.PathOf(part), [1, 2, 3], TestContext.Current.CancellationToken);

        var run = await VerifyAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains($"DIFFERENCE in SHA-256 of '{part}'", run.Log);
    }

    [Fact]
    public async Task Nothing_follows_the_argument()
    {
        var run = await StageRunner.RunAsync(_world.Settings(Later), RunCuratedProgram.Create, RunCuratedSettings.Verify, "newest");

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("'--verify' wants nothing after it; see run-curated --help.", run.Error);
    }

    [Fact]
    public async Task Before_the_first_commit_there_is_nothing_to_verify()
    {
        var run = await VerifyAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("has no commit yet", run.Log);
    }

    private async Task PublishTwiceAsync()
    {
        _world.World.Write("transforms/things.sql", "-- incremental: append\n-- reconcile: raw.things = curated.things\nSELECT * FROM raw.things");
        _world.Promote(World.Run, World.Rows(3));
        await _world.RunAsync();
        _world.Promote(Later, World.Rows(2, first: 10));
        await CuratedWorld.RunAsync(_world.Settings(Later, "2019-11-12") with { Input = InputMode.SinceLast });
    }

    private Task<StageRunResult> VerifyAsync() => StageRunner.RunAsync(_world.Settings(Later), RunCuratedProgram.Create, RunCuratedSettings.Verify);
}
