using System.Globalization;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>Keys of tables that rows are added to hold for the whole of them.</summary>
public sealed class AddedKeyTests : IDisposable
{
    private const string Size = """{ "name": "size", "type": "int", "description": "Size." }""";
    private const string UniqueName = """{ "name": "name", "type": "character", "description": "Name.", "unique": true }""";
    private const string Name = """{ "name": "name", "type": "character", "description": "Name." }""";
    private const string Rest = """
        { "name": "file_land_timestamp", "type": "long", "description": "Landed." }, { "name": "dea_version", "type": "character", "description": "Release." }
        """;

    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private readonly CuratedWorld _world = new();

    public AddedKeyTests()
    {
        _world.Promote(World.Run, Row("a", 1) + Row("b", 2));
        File.Delete(_world.World.FileOf("meta_data/curated/counted.json"));
        File.Delete(_world.World.FileOf("transforms/counted.sql"));
    }

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(InputMode.SinceLast)]
    [InlineData(InputMode.All)]
    public async Task A_key_that_is_there_already_is_not_appended(InputMode input)
    {
        _world.WriteTable("things", $"{Name}, {Size}, {Rest}", "-- incremental: append\nSELECT * FROM raw.things", key: """["size", "name"]""");
        await RunAsync(World.Run);
        _world.Promote(Later, Row("a", 2) + Row("b", 2));

        var run = await RunAsync(Later, input);

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("primary key 'size, name': 1 row has the key of another, such as '2, b'", run.Log, StringComparison.Ordinal);
        Assert.Equal(1, (await _world.NewestAsync())!.Number);
    }

    [Theory]
    [InlineData(InputMode.SinceLast)]
    [InlineData(InputMode.All)]
    public async Task A_unique_value_that_another_row_has_is_not_merged(InputMode input)
    {
        var run = await MergeIntoUniqueNamesAsync(Row("a", 3) + Row("c", 4), input);

        Assert.Equal(ExitCode.DataFailed, run.ExitCode);
        Assert.Contains("column 'name': 1 value stands in another row too, and is to be unique, such as 'a'", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InputMode.SinceLast)]
    [InlineData(InputMode.All)]
    public async Task A_unique_value_of_a_row_that_is_replaced_is_free_again(InputMode input)
    {
        var run = await MergeIntoUniqueNamesAsync(Row("z", 1) + Row("a", 3), input);

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        Assert.Equal(["a|3", "b|2", "z|1"], (await _world.RowsAsync("things", "name, size")).Order());
    }

    [Theory]
    [InlineData(InputMode.SinceLast)]
    [InlineData(InputMode.All)]
    public async Task Rules_of_values_hold_for_the_rows_that_stay_after_a_merge(InputMode input)
    {
        _world.WriteTable(
            "things", $$"""{{Name}}, { "name": "size", "type": "int", "description": "", "maximum": 2 }, {{Rest}}""", "-- incremental: merge\nSELECT * FROM raw.things", key: """["name"]""");
        await RunAsync(World.Run);
        _world.Promote(Later, Row("c", 3) + Row("c", 1));

        var run = await RunAsync(Later, input);

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        Assert.Equal(["a|1", "b|2", "c|1"], await _world.RowsAsync("things", "name, size"));
    }

    [Theory]
    [InlineData("w", false)]
    [InlineData("aa", true)]
    public async Task Only_files_that_can_hold_a_new_key_are_read(string name, bool isRead)
    {
        _world.WriteTable("things", $"{UniqueName}, {Size}, {Rest}", "-- incremental: append\nSELECT * FROM raw.things");
        _world.Promote(World.Run, string.Concat(Enumerable.Range(0, 50).Select(i => Row(string.Create(CultureInfo.InvariantCulture, $"b{i:00}"), i))));
        await RunAsync(World.Run);
        _world.Promote(Later, Row(name, 100) + Row("z", 101));

        var (run, store) = await CuratedWorld.RunWatchedAsync(_world.Settings(Later) with { Input = InputMode.SinceLast });

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        Assert.Equal(isRead, store.Of(WatchedStore.Read).Any(location => World.Curated.Contains(location) && location.Key.EndsWith(".parquet", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_value_in_another_partition_is_a_repeat_unless_the_partition_is_part_of_the_key()
    {
        foreach (var (key, expected) in new[] { ("""["size"]""", ExitCode.DataFailed), ("""["size", "name"]""", ExitCode.Done) })
        {
            using var world = new CuratedWorld();
            world.WriteTable("things", $"{Size}, {Rest}, {Name}", "-- incremental: append\nSELECT * FROM raw.things", """["name"]""", key);
            world.WriteTable("counted", """{ "name": "n", "type": "int", "description": "" }, { "name": "dea_version", "type": "character", "description": "" }""", "SELECT count(*) AS n FROM curated.things");
            world.Promote(World.Run, Row("a", 1) + Row("b", 2));
            await RunAsync(World.Run, world: world);
            world.Promote(Later, Row("b", 1) + Row("c", 2));

            var run = await RunAsync(Later, world: world);

            Assert.True(run.ExitCode == expected, run.Log);
            Assert.Equal(expected == ExitCode.DataFailed, run.Log.Contains("primary key 'size': 2 rows have the key of another, such as '1', '2'", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("lane", "slow")]
    public async Task Whatever_the_history_a_repeat_is_found_where_making_everything_anew_finds_it(int seed)
    {
        var random = new Random(seed);
        using var anew = new CuratedWorld();
        foreach (var world in new[] { _world, anew })
        {
            world.WriteTable("things", $"{UniqueName}, {Size}, {Rest}", "-- incremental: merge\nSELECT * FROM raw.things", key: """["size"]""");
            world.WriteTable("counted", """{ "name": "n", "type": "int", "description": "" }, { "name": "dea_version", "type": "character", "description": "" }""", "SELECT count(*) AS n FROM curated.things");
        }

        File.Delete(_world.World.PathOf(World.In(World.RawHist, World.Run)));
        var ended = new List<ExitCode>();
        for (var i = 0; i < 8; i++)
        {
            var time = LandTimestamp.Parse(string.Create(CultureInfo.InvariantCulture, $"{1573569000 + (i * 100)}"));
            var rows = string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Row(string.Create(CultureInfo.InvariantCulture, $"n{random.Next(25)}"), random.Next(20))));
            _world.Promote(time, rows);
            anew.Promote(time, rows);

            var added = await RunAsync(time);
            var whole = await RunAsync(time, InputMode.All, anew);

            Assert.True(added.ExitCode == whole.ExitCode, added.Log + whole.Log);
            ended.Add(added.ExitCode);
            if (added.ExitCode == ExitCode.DataFailed)
            {
                File.Delete(_world.World.PathOf(World.In(World.RawHist, time)));
                File.Delete(anew.World.PathOf(World.In(World.RawHist, time)));
            }
            else
            {
                Assert.Equal((await anew.RowsAsync("things")).Order(), (await _world.RowsAsync("things")).Order());
            }
        }

        Assert.Contains(ExitCode.Done, ended);
    }

    private static string Row(string name, int size) => $$"""{"name":"{{name}}","size":{{size.ToString(CultureInfo.InvariantCulture)}}}""" + "\n";

    private async Task<StageRunResult> MergeIntoUniqueNamesAsync(string rows, InputMode input)
    {
        _world.WriteTable("things", $"{UniqueName}, {Size}, {Rest}", "-- incremental: merge\nSELECT * FROM raw.things", key: """["size"]""");
        await RunAsync(World.Run);
        _world.Promote(Later, rows);
        return await RunAsync(Later, input);
    }

    private Task<StageRunResult> RunAsync(LandTimestamp run, InputMode input = InputMode.SinceLast, CuratedWorld? world = null) =>
        CuratedWorld.RunAsync((world ?? _world).Settings(run) with { Input = input });
}
