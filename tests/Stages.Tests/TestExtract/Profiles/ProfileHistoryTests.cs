using System.Text.Json.Nodes;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.Tests.TestExtract.Reports;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Profiles;

/// <summary>Profiles as the stage writes, finds and compares them.</summary>
public sealed class ProfileHistoryTests : IDisposable
{
    private readonly ReportWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task What_passes_leaves_its_profile_under_its_own_path_and_what_fails_does_not()
    {
        await _world.RunAsync([Object(1), Object(2, find: findings => findings.Fail(Rule.Type, "size", "int", 1, "x"))]);

        Assert.Equal(["_profiles/file_land_timestamp=1573569001/a.jsonl.gz.json"], _world.Written().Where(path => path.StartsWith('_')));
        var profile = JsonNode.Parse(_world.Read(ProfileOf(1)))!;
        Assert.Equal(1, (int)profile["format"]!);
        Assert.Equal("file_land_timestamp=1573569001/a.jsonl.gz", (string)profile["object"]!);
        Assert.Equal(418, (long)profile["columns"]![1]!["distinct"]!);
    }

    [Fact]
    public async Task The_same_object_gives_the_same_bytes()
    {
        using var other = new ReportWorld();
        await _world.RunAsync([Object(1)]);
        await other.RunAsync([Object(1, other)]);

        Assert.Equal(_world.Read(ProfileOf(1)), other.Read(ProfileOf(1)));
    }

    [Fact]
    public async Task Values_that_moved_warn_and_name_what_moved()
    {
        await _world.RunAsync([Object(1)]);
        var second = await _world.RunAsync([Object(2, nulls: 410)]);

        Assert.Contains("warning   size    profile_drift      1  values like those of the last accepted object", second.Text);
        Assert.Contains("null share 2 % → 41 %, tolerance 10 %", second.Text);
        var entry = second.Json["objects"]![0]!;
        Assert.True((bool)entry["passed"]!);
        Assert.Equal("file_land_timestamp=1573569001/a.jsonl.gz", (string)entry["compared_with"]!);
        Assert.Equal("null share", (string)entry["moved"]![0]!["measure"]!);
    }

    [Fact]
    public async Task Under_the_policy_fail_the_object_is_rejected_and_its_profile_not_accepted()
    {
        Policy("fail");
        await _world.RunAsync([Object(1)]);
        var second = await _world.RunAsync([Object(2, nulls: 410)]);
        var third = await _world.RunAsync([Object(3)]);

        Assert.False((bool)second.Json["objects"]![0]!["passed"]!);
        Assert.Equal("file_land_timestamp=1573569001/a.jsonl.gz", (string)third.Json["objects"]![0]!["compared_with"]!);
        Assert.Empty((JsonArray)third.Json["objects"]![0]!["findings"]!);
    }

    [Fact]
    public async Task Under_the_policy_ignore_nothing_is_said()
    {
        Policy("ignore");
        await _world.RunAsync([Object(1)]);
        var second = await _world.RunAsync([Object(2, nulls: 410)]);

        Assert.Empty((JsonArray)second.Json["objects"]![0]!["findings"]!);
        Assert.Equal(2, _world.Written().Count(path => path.StartsWith("_profiles", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_object_that_is_checked_again_is_compared_with_the_same_one_and_not_with_itself_or_a_later_one()
    {
        await _world.RunAsync([Object(1)]);
        var first = await _world.RunAsync([Object(2, nulls: 410)]);
        await _world.RunAsync([Object(3, nulls: 800)]);
        var again = await _world.RunAsync([Object(2, nulls: 410)]);

        Assert.Equal(first.Json["objects"]!.ToJsonString(), again.Json["objects"]!.ToJsonString());
        Assert.NotNull(again.Json["objects"]![0]!["moved"]);
    }

    [Fact]
    public async Task Objects_of_one_try_are_compared_with_each_other_in_order_of_their_keys()
    {
        var all = await _world.RunAsync([Object(1), Object(2, nulls: 410), Object(3, nulls: 400)]);

        Assert.Equal([null, "file_land_timestamp=1573569001/a.jsonl.gz", "file_land_timestamp=1573569002/a.jsonl.gz"],
            all.Json["objects"]!.AsArray().Select(entry => (string?)entry!["compared_with"]));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_order_holds_when_later_objects_are_checked_sooner()
    {
        using var log = new LogLines();
        await using var report = _world.Open(log);
        var objects = Enumerable.Range(1, 8).Select(i => Object(i, nulls: i % 2 == 0 ? 410 : 20)).ToList();
        objects.ForEach(checkedObject => report.Begin(checkedObject.Stored));

        await Task.WhenAll(Enumerable.Reverse(objects).Select(checkedObject => report.AddAsync(checkedObject, TestContext.Current.CancellationToken)));

        Assert.Empty(objects[0].Findings.All);
        Assert.All(objects.Skip(1), checkedObject => Assert.Equal(Rule.ProfileDrift, Assert.Single(checkedObject.Findings.All).Rule));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"format":2,"object":"file_land_timestamp=1573569001/a.jsonl.gz","rows":1,"columns":[]}""")]
    [InlineData("""{"format":1,"object":"another","rows":1,"columns":[]}""")]
    [InlineData("""{"format":1,"object":"file_land_timestamp=1573569001/a.jsonl.gz","rows":1,"columns":[{"name":"a","known":true,"rows":1,"nulls":0,"distinct":1},{"name":"a","known":true,"rows":1,"nulls":0,"distinct":1}]}""")]
    public async Task A_file_that_is_no_profile_warns_and_holds_nothing_up(string text)
    {
        _world.Put(ProfileOf(1), text);
        var run = await _world.RunAsync([Object(2, nulls: 410)]);

        Assert.Contains("cannot be used", run.Text);
        Assert.True((bool)run.Json["objects"]![0]!["passed"]!);
    }

    [Fact]
    public async Task A_plan_compares_and_writes_nothing()
    {
        await _world.RunAsync([Object(1)]);
        var before = _world.Written();
        var plan = await _world.RunAsync([Object(2, nulls: 410)], isPlan: true);

        Assert.Contains("null share 2 % → 41 %", plan.Text);
        Assert.Equal(before, _world.Written());
    }

    [Fact]
    public async Task The_last_one_is_found_among_many_whatever_follows_it()
    {
        foreach (var i in Enumerable.Range(1, 30))
        {
            await _world.RunAsync([Object(i)]);
        }

        var middle = await _world.RunAsync([Object(10), Object(20)]);

        Assert.Equal(["file_land_timestamp=1573569009/a.jsonl.gz", "file_land_timestamp=1573569019/a.jsonl.gz"],
            middle.Json["objects"]!.AsArray().Select(entry => (string?)entry!["compared_with"]));
    }

    private static string ProfileOf(int i) => $"_profiles/{Key(i)}.json";

    private static string Key(int i) => $"file_land_timestamp={1573569000 + i}/a.jsonl.gz";

    private CheckedObject Object(int i, ReportWorld? world = null, long nulls = 20, Action<Findings>? find = null) =>
        (world ?? _world).Checked(Key(i), 1000, [SamplePages.Things(1000)[0], SamplePages.Things(1000)[1] with { Nulls = nulls }], find);

    private CheckedObject Object(int i, Action<Findings> find) => Object(i, null, 20, find);

    private void Policy(string policy) => _world.WriteMetadata($$"""
        {
          "name": "things", "description": "Things.", "data_format": "json", "location": "things", "drift": { "profile": "{{policy}}" },
          "columns": [{ "name": "name", "type": "character" }, { "name": "size", "type": "int" }]
        }
        """);
}
