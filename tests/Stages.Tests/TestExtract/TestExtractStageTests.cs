using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.TestExtract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract;

public sealed class TestExtractStageTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_good_object_goes_to_raw_hist_byte_for_byte_and_leaves_land()
    {
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(5));
        var bytes = File.ReadAllBytes(_world.PathOf(landed));

        var run = await RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(_world.Objects(World.Land));
        Assert.Equal(bytes, File.ReadAllBytes(_world.PathOf(World.In(World.RawHist, World.Run))));
        Assert.Equal(5, (int)JsonNode.Parse(_world.Result)!["rows_out"]!);
    }

    [Fact]
    public async Task A_second_try_gives_the_same_verdict_and_changes_nothing()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(5));
        await RunAsync();
        var before = _world.Everything();

        var run = await RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("An earlier try promoted the run 1573569000", run.Log);
        Assert.Equal(before, _world.Everything());
    }

    [Fact]
    public async Task An_empty_land_fails()
    {
        var run = await RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("Nothing of the run 1573569000 is in land", run.Log);
    }

    [Fact]
    public async Task One_bad_object_does_not_hold_up_a_good_one()
    {
        var older = LandTimestamp.Parse("1573482600");
        var newer = LandTimestamp.Parse("1573655400");
        _world.Put(World.In(World.Land, older), World.Rows(5));
        var bad = _world.Put(World.In(World.Land, World.Run), World.Rows(1));
        _world.Put(World.In(World.Land, newer), World.Rows(5));

        var run = await RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Equal(2, _world.Objects(World.RawHist).Count);
        Assert.True(File.Exists(_world.PathOf(bad)));
        Assert.Contains("at least 2 rows", run.Log);
    }

    [Theory]
    [InlineData("""{"name":"a","size":"x"}""", "column 'size' (type): expected int; 1 times", "line 3: found \"x\"")]
    [InlineData("""{"name":"a","size":2147483648}""", "column 'size' (type): expected int; 1 times", "line 3: found 2147483648")]
    [InlineData("""{"name":"a","size":1.5}""", "column 'size' (type): expected int; 1 times", "line 3: found 1.5")]
    [InlineData("""{"name":"a"}""", "column 'size' (missing_column): expected the column in each row; 1 times", "line 3: found no such name")]
    [InlineData("""{"name":null,"size":1}""", "column 'name' (nullable): expected a value; 1 times", "line 3: found null")]
    [InlineData("""{"name":"a","size":1,"size":2}""", "column 'size' (unique_names): expected each name once in a row; 1 times", "line 3:")]
    [InlineData("""["a",1]""", "json_object: expected one JSON object on each line; 1 times", "line 3: found [\"a\",1]")]
    [InlineData("""{"name":"a","size":1}{}""", "json_object: expected one JSON object on each line; 1 times", "line 3:")]
    [InlineData("""{"name":"a","size":""", "json_object: expected one JSON object on each line; 1 times", "line 3:")]
    [InlineData("""{"name":"\ud800","size":1}""", "column 'name' (type): expected character; 1 times", "line 3:")]
    [InlineData("", "json_object: expected one JSON object on each line; 1 times", "line 3: found a blank line before the last row")]
    public async Task A_bad_row_is_named_by_object_line_column_and_value_and_the_object_stays(string row, string finding, string place)
    {
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(2) + row + "\n" + World.Rows(2));

        var run = await RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains($"FAILED '{landed}': {finding}", run.Log);
        Assert.Contains(place, run.Log);
        Assert.True(File.Exists(_world.PathOf(landed)));
        Assert.Empty(_world.Objects(World.RawHist));
    }

    [Fact]
    public async Task All_problems_of_all_objects_are_reported_before_the_stage_fails()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(2) + """{"name":null,"size":"x"}""");
        _world.Put(World.In(World.Land, LandTimestamp.Parse("1573655400")), World.Rows(1));

        var run = await RunAsync();

        Assert.Contains("'name' (nullable)", run.Log);
        Assert.Contains("'size' (type)", run.Log);
        Assert.Contains("minimum_rows", run.Log);
        Assert.Contains("2 of 2 objects failed", run.Log);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n\n")]
    [InlineData("\r\n")]
    [InlineData("")]
    public async Task An_end_with_or_without_newlines_is_allowed(string end)
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(3).TrimEnd() + end);

        var run = await RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("1 object passed, 3 rows", run.Log);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(40)]
    public async Task A_truncated_gzip_is_found_however_little_is_missing(int missing)
    {
        var whole = World.Gzip(World.Rows(1000));
        var landed = _world.Put(World.In(World.Land, World.Run), whole[..^missing]);

        var run = await RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains($"FAILED '{landed}': readable", run.Log);
        Assert.True(File.Exists(_world.PathOf(landed)));
    }

    [Fact]
    public async Task A_gzip_of_several_members_is_whole()
    {
        _world.Put(World.In(World.Land, World.Run), [.. World.Gzip(World.Rows(3)), .. World.Gzip(World.Rows(3))]);

        var run = await RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("6 rows", run.Log);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_found()
    {
        byte[] latin1 = [.. World.Rows(2).Select(c => (byte)c), .. """{"name":"caf"""u8, 0xe9, .. "\",\"size\":1}\n"u8];
        _world.Put(World.In(World.Land, World.Run, "things_1573569000.jsonl"), latin1);

        var run = await RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("expected text in UTF-8", run.Log);
    }

    [Fact]
    public async Task An_unknown_column_warns_and_passes()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(2) + """{"name":"a","size":1,"colour":"red"}""");

        var run = await RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Warning: 's3://example-land/open_data/things/file_land_timestamp=1573569000/things_1573569000.jsonl.gz': column 'colour'", run.Log);
    }

    [Fact]
    public async Task Other_bytes_under_the_same_key_never_replace_history()
    {
        var kept = _world.Put(World.In(World.RawHist, World.Run), World.Rows(3));
        var landed = _world.Put(World.In(World.Land, World.Run), World.Rows(4));
        var before = _world.Everything();

        var run = await RunAsync();

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Equal(before, _world.Everything());
        Assert.Contains($"'{landed}' has the SHA-256", run.Log);
        Assert.Contains($"'{kept}' holds other bytes", run.Log);
    }

    [Fact]
    public async Task The_same_bytes_landed_again_are_cleared_away()
    {
        _world.Put(World.In(World.RawHist, World.Run), World.Rows(3));
        _world.Put(World.In(World.Land, World.Run), World.Rows(3));

        var run = await RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Empty(_world.Objects(World.Land));
        Assert.Single(_world.Objects(World.RawHist));
    }

    [Fact]
    public async Task With_a_quarantine_a_bad_object_goes_there_with_its_findings_and_the_verdict_stays()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(1));

        var first = await RunAsync(World.Quarantine);
        var before = _world.Everything();
        var second = await RunAsync(World.Quarantine);

        Assert.Equal(ExitCode.DataFailed, first.ExitCode);
        Assert.Equal(ExitCode.DataFailed, second.ExitCode);
        Assert.Contains("An earlier try of this run quarantined 's3://example-quarantine/", second.Log);
        Assert.Equal(before, _world.Everything());
        Assert.Empty(_world.Objects(World.Land));
        Assert.True(File.Exists(_world.PathOf(World.In(World.Quarantine, World.Run))));
        var findings = Assert.Single(_world.Objects(World.Quarantine), key => key.Contains("_findings", StringComparison.Ordinal));
        Assert.Contains("minimum_rows", File.ReadAllText(Path.Combine(_world.StoreFolder, findings)));
    }

    [Fact]
    public async Task An_older_object_that_this_run_quarantined_still_fails_a_second_try()
    {
        _world.Put(World.In(World.Land, LandTimestamp.Parse("1573482600")), World.Rows(1));
        _world.Put(World.In(World.Land, World.Run), World.Rows(5));

        var first = await RunAsync(World.Quarantine);
        var second = await RunAsync(World.Quarantine);

        Assert.Equal((ExitCode.DataFailed, ExitCode.DataFailed), (first.ExitCode, second.ExitCode));
        Assert.Single(_world.Objects(World.RawHist));
    }

    [Fact]
    public async Task A_plan_changes_nothing()
    {
        _world.Put(World.In(World.Land, World.Run), World.Rows(5));
        var before = _world.Everything();

        var run = await RunAsync(args: "--plan");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("would go to s3://example-raw-hist/", run.Log);
        Assert.Equal(before, _world.Everything());
    }

    [Fact]
    public async Task Missing_metadata_for_the_table_is_a_settings_error()
    {
        var run = await StageRunner.RunAsync(Settings() with { Table = "others" }, context => new TestExtractStage(context));

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("no metadata for the table 'others'", run.Log);
    }

    [Fact]
    public async Task Broken_metadata_are_a_settings_error_with_file_and_line()
    {
        _world.Write("meta_data/raw/things.json", "{\n  \"name\": \"things\",\n  \"columns\": [}\n");

        var run = await RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("things.json:3", run.Log);
    }

    private TestExtractSettings Settings() => new()
    {
        Table = World.Table,
        MetaData = _world.FileOf("meta_data/raw"),
        LandPath = World.Land,
        RawHistPath = World.RawHist,
        RunTimestamp = World.Run,
        MinimumRows = 2,
        Host = _world.Host,
    };

    private Task<StageRunResult> RunAsync(S3Prefix? quarantine = null, params string[] args) =>
        StageRunner.RunAsync(Settings() with { QuarantinePath = quarantine }, context => new TestExtractStage(context), args);
}
