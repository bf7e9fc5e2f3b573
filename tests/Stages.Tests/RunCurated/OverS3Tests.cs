using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>The stage as a process over S3: moto's server, where a machine has one.</summary>
[Trait("lane", "slow")]
public sealed class OverS3Tests(MotoFixture moto) : IClassFixture<MotoFixture>, IDisposable
{
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_run_publishes_and_commits_and_the_same_run_again_writes_nothing()
    {
        var settings = await PrepareAsync("example-curated-once");

        var first = await RunAsync(settings);
        var published = await moto.ObjectsAsync(settings.CuratedPath.Bucket);
        var second = await RunAsync(settings);
        var verified = await RunAsync(settings, RunCuratedSettings.Verify);

        Assert.True(first.ExitCode == 0, first.Out + first.Error);
        Assert.Contains("COMMITTED number 1", first.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["things/_slipstream/commits/0000000001.json", "things/counted/dea_snapshot_date=2019-11-12/v-*/data-part-0.parquet", "things/things/v-*/data-part-0.parquet"],
            published.Keys.Select(WithoutVersion).Order(StringComparer.Ordinal));
        Assert.True(second.ExitCode == 0, second.Out + second.Error);
        Assert.Contains("is committed already, as number 1: nothing to do.", second.Out, StringComparison.Ordinal);
        Assert.Equal(published, await moto.ObjectsAsync(settings.CuratedPath.Bucket));
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);
    }

    [Theory]
    [InlineData(Fault.KilledAfter, 5, false)] // after a part was put
    [InlineData(Fault.KilledBefore, 9, false)] // before the commit
    [InlineData(Fault.KilledAfter, 9, true)] // after it
    public async Task A_run_that_is_killed_and_run_again_ends_as_if_it_never_had_been(Fault fault, int call, bool isCommitted)
    {
        var settings = await PrepareAsync($"example-curated-{fault}-{call}".ToLowerInvariant());

        var killed = await KilledProcess.RunAsync(settings, fault, call, moto.Environment);
        var halfWay = await moto.ObjectsAsync(settings.CuratedPath.Bucket);
        var again = await RunAsync(settings);

        Assert.Equal(KilledProcess.Sigkill, killed);
        Assert.Contains(halfWay.Keys, key => key.Contains("/attempts/", StringComparison.Ordinal));
        Assert.Equal(isCommitted, halfWay.Keys.Any(key => key.Contains("/commits/", StringComparison.Ordinal)));
        Assert.True(again.ExitCode == 0, again.Out + again.Error);
        Assert.Equal(3, (await moto.ObjectsAsync(settings.CuratedPath.Bucket)).Count);
        Assert.Equal(0, (await RunAsync(settings, RunCuratedSettings.Verify)).ExitCode);
    }

    private async Task<RunCuratedSettings> PrepareAsync(string bucket)
    {
        moto.SkipIfAbsent();
        var raw = S3Prefix.Parse($"s3://{bucket}-raw/open_data/");
        await moto.CreateBucketAsync(raw.Bucket, TestContext.Current.CancellationToken);
        await moto.CreateBucketAsync(bucket, TestContext.Current.CancellationToken);
        await moto.PutAsync(World.In(raw, World.Run), World.Gzip(World.Rows(3)));
        return _world.Settings() with
        {
            RawHistPath = raw,
            CuratedPath = S3Prefix.Parse($"s3://{bucket}/things/"),
            Host = _world.World.Host with { ObjectStore = new HostSettings().ObjectStore, S3PathStyle = true },
        };
    }

    private Task<ProgramResult> RunAsync(RunCuratedSettings settings, params string[] arguments) =>
        StageProgram.RunAsync(settings, moto.Environment, arguments);

    private static string WithoutVersion(string key) =>
        string.Join('/', key.Split('/').Select(segment => segment.StartsWith("v-", StringComparison.Ordinal) ? "v-*" : segment));
}
