using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Moving;

public sealed class ReleaseTests : IDisposable
{
    private static readonly S3Location Quarantined = World.In(World.Quarantine, World.Run);
    private static readonly S3Location Landed = World.In(World.Land, World.Run);
    private readonly World _world = new();

    private TestExtractSettings Settings => _world.TestExtract with { QuarantinePath = World.Quarantine };

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("s3://example-quarantine/open_data/things/file_land_timestamp=1573569000/things_1573569000.jsonl.gz")]
    [InlineData("file_land_timestamp=1573569000/things_1573569000.jsonl.gz")]
    public async Task A_released_object_is_back_in_land_and_passes_once_the_rules_are_right(string name)
    {
        _world.Put(Landed, World.Rows(5));
        var strict = Settings with { MinimumRows = 10 };
        Assert.Equal(ExitCode.DataFailed, (await RunAsync(strict)).ExitCode);

        var release = await RunAsync(Settings, "--release", name);
        var checkedAgain = await RunAsync(Settings);

        Assert.Equal(ExitCode.Done, release.ExitCode);
        Assert.Contains("Run test-extract again for 'things' with RUN_TIMESTAMP 1573569000", release.Log, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, checkedAgain.ExitCode);
        Assert.Equal(World.Gzip(World.Rows(5)), File.ReadAllBytes(_world.PathOf(World.In(World.RawHist, World.Run))));
        Assert.False(File.Exists(_world.PathOf(Quarantined)));
    }

    [Fact]
    public async Task A_second_rejection_in_the_same_run_for_another_reason_has_findings_of_its_own()
    {
        _world.Put(Landed, World.Rows(5));
        await RunAsync(Settings with { MinimumRows = 10 });
        await RunAsync(Settings, "--release", Quarantined.ToString());

        var second = await RunAsync(Settings with { MinimumRows = 20 });
        var retry = await RunAsync(Settings with { MinimumRows = 20 });

        Assert.Equal((ExitCode.DataFailed, ExitCode.DataFailed), (second.ExitCode, retry.ExitCode));
        var findings = _world.Objects(World.Quarantine).Where(path => path.Contains("/_findings/", StringComparison.Ordinal))
            .Select(path => File.ReadAllText(Path.Combine(_world.StoreFolder, path))).ToList();
        Assert.Single(findings, text => text.Contains("at least 10 rows", StringComparison.Ordinal));
        Assert.Single(findings, text => text.Contains("at least 20 rows", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_objects_are_released_each_by_itself()
    {
        var other = World.In(World.Quarantine, World.Run, "other.jsonl.gz");
        _world.Put(Quarantined, World.Rows(5));
        _world.Put(other, World.Rows(6));

        var release = await RunAsync(Settings, "--release", Quarantined.ToString(), "never/was.jsonl.gz", other.ToString());

        Assert.Equal(ExitCode.DataFailed, release.ExitCode);
        Assert.Contains("NOT RELEASED: 's3://example-quarantine/open_data/things/never/was.jsonl.gz' is not there.", release.Log, StringComparison.Ordinal);
        Assert.Equal(2, _world.Objects(World.Land).Count);
        Assert.Empty(_world.Objects(World.Quarantine));
    }

    [Fact]
    public async Task An_object_that_is_released_already_is_released()
    {
        _world.Put(Quarantined, World.Rows(5));
        await RunAsync(Settings, "--release", Quarantined.ToString());
        var before = _world.Everything();

        Assert.Equal(ExitCode.Done, (await RunAsync(Settings, "--release", Quarantined.ToString())).ExitCode);

        Assert.Equal(before, _world.Everything());
    }

    [Fact]
    public async Task Other_bytes_in_land_are_not_replaced_and_both_hashes_are_named()
    {
        _world.Put(Quarantined, World.Rows(5));
        _world.Put(Landed, World.Rows(6));
        var before = _world.Everything();

        var release = await RunAsync(Settings, "--release", Quarantined.ToString());

        Assert.Equal(ExitCode.DataFailed, release.ExitCode);
        Assert.Contains(Sha256Hash.Of(World.Gzip(World.Rows(5))).ToString(), release.Log, StringComparison.Ordinal);
        Assert.Contains(Sha256Hash.Of(World.Gzip(World.Rows(6))).ToString(), release.Log, StringComparison.Ordinal);
        Assert.Equal(before, _world.Everything());
    }

    [Fact]
    public async Task A_plan_releases_nothing()
    {
        _world.Put(Quarantined, World.Rows(5));
        var before = _world.Everything();

        var plan = await RunAsync(Settings, "--plan", "--release", Quarantined.ToString());

        Assert.Equal(ExitCode.Done, plan.ExitCode);
        Assert.Contains($"Plan: '{Quarantined}' would go to {Landed}.", plan.Log, StringComparison.Ordinal);
        Assert.Equal(before, _world.Everything());
    }

    [Theory]
    [InlineData("s3://example-land/open_data/things/a", "is no quarantined object of 'things'")]
    [InlineData("s3://example-quarantine/open_data/things_extra/a", "is no quarantined object of 'things'")]
    [InlineData("_findings/run_timestamp=1573569000/a.0123456789ab.json", "is no quarantined object of 'things'")]
    [InlineData("../a", "names no object")]
    [InlineData("s3://Bad_Bucket/a", "names no object")]
    public async Task What_is_no_quarantined_object_is_refused_before_anything_is_moved(string name, string message)
    {
        _world.Put(Quarantined, World.Rows(5));

        var release = await RunAsync(Settings, "--release", Quarantined.ToString(), name);

        Assert.Equal(ExitCode.SettingsWrong, release.ExitCode);
        Assert.Contains(message, release.Log, StringComparison.Ordinal);
        Assert.True(File.Exists(_world.PathOf(Quarantined)));
    }

    [Fact]
    public async Task Without_a_quarantine_there_is_nothing_to_release() =>
        Assert.Equal(ExitCode.SettingsWrong, (await RunAsync(_world.TestExtract, "--release", "a")).ExitCode);

    [Fact]
    public void The_stage_itself_may_neither_write_land_nor_delete_from_quarantine()
    {
        Assert.DoesNotContain(Settings.LandWrite, Settings.Capabilities);
        Assert.DoesNotContain(Settings.QuarantineDelete!, Settings.Capabilities);
        Assert.Contains(Settings.LandWrite, Settings.ReleaseCapabilities);
        Assert.Contains(Settings.QuarantineDelete!, Settings.ReleaseCapabilities);
        Assert.DoesNotContain(Settings.RawHistWrite, Settings.ReleaseCapabilities);
    }

    private static Task<StageRunResult> RunAsync(TestExtractSettings settings, params string[] args) =>
        StageRunner.RunAsync(settings, TestExtractProgram.Create, args);
}
