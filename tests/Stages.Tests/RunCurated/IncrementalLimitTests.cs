using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>Where INPUT=since-last adds nothing: it refuses, or makes everything anew.</summary>
public sealed class IncrementalLimitTests : IDisposable
{
    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private readonly CuratedWorld _world = new();

    public IncrementalLimitTests() => _world.World.Write("transforms/things.sql", "-- incremental: append\nSELECT * FROM raw.things");

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("the SQL has changed")]
    [InlineData("raw.things has 2 extracts up to 1573569000 where commit 1 read 1, or others")]
    [InlineData("there is no commit yet")]
    [InlineData("the later run 1573569000 is committed already")]
    public async Task Where_adding_would_not_give_the_same_everything_is_made_anew(string reason)
    {
        var run = Later;
        _world.Promote(World.Run, World.Rows(3));
        if (reason != "there is no commit yet")
        {
            await RunAsync(World.Run);
        }

        _world.Promote(Later, World.Rows(2, first: 10));
        switch (reason[..7])
        {
            case "the SQL":
                _world.World.Write("transforms/things.sql", "-- incremental: append\nSELECT size, upper(name) AS name, file_land_timestamp FROM raw.things");
                break;
            case "raw.thi":
                _world.Promote(LandTimestamp.Parse("1573568999"), World.Rows(1, first: 90));
                break;
            case "the lat":
                run = LandTimestamp.Parse("1573568999");
                _world.Promote(run, World.Rows(1, first: 90));
                break;
        }

        var result = await RunAsync(run);

        Assert.Equal(ExitCode.Done, result.ExitCode);
        Assert.Contains($"INPUT is since-last, but {reason}: everything is made anew.", result.Log);
    }

    [Theory]
    [InlineData("-- incremental: append\nSELECT DISTINCT size, name, file_land_timestamp FROM raw.things", "its plan has the step HASH_GROUP_BY")]
    [InlineData("-- incremental: append\nSELECT size, name, row_number() OVER () AS file_land_timestamp FROM raw.things", "its plan has the step STREAMING_WINDOW")]
    [InlineData("-- incremental: append\nSELECT * FROM raw.things ORDER BY size", "its plan has the step ORDER_BY")]
    [InlineData("-- incremental: append\nSELECT * FROM raw.things LIMIT 3", "its plan has the step STREAMING_LIMIT")]
    [InlineData("-- incremental: append\nSELECT * FROM raw.things UNION ALL SELECT * FROM raw.things", "its plan has the step UNION")]
    [InlineData("-- incremental: append\nSELECT * FROM raw.things WHERE size < (SELECT max(size) FROM raw.things)", "cannot be incremental: its plan has the step")]
    [InlineData("-- incremental: append\nSELECT 1 AS size, 'x' AS name, 1 AS file_land_timestamp", "it reads no table")]
    [InlineData("-- incremental: append\nSELECT t.* FROM raw.things AS t JOIN curated.counted ON n = size", "it reads raw.things, curated.counted")]
    [InlineData("-- incremental: merge\nSELECT * FROM raw.things", "has no primary_key to merge on")]
    [InlineData("-- incremental: always\nSELECT * FROM raw.things", "things.sql(1): '-- incremental: always' is not known. Write append or merge.")]
    [InlineData("SELECT *\n-- incremental: append\nFROM raw.things", "things.sql(2): '-- incremental: append' is declared below the top of the file")]
    [InlineData("-- incremental: append\n-- incremental: append\nSELECT * FROM raw.things", "things.sql(2): '-- incremental: append' is declared twice")]
    [InlineData("SELECT * FROM raw.things", "things.sql(1): reads the whole of raw.things, which INPUT=since-last does not read")]
    public async Task What_cannot_be_incremental_is_refused(string sql, string message)
    {
        _world.Promote(World.Run, World.Rows(3));
        _world.World.Write("transforms/things.sql", sql);
        _world.World.Write("transforms/counted.sql", "SELECT 1 AS n");

        var run = await RunAsync(World.Run);

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains(message, run.Log);
    }

    private Task<StageRunResult> RunAsync(LandTimestamp run) =>
        CuratedWorld.RunAsync(_world.Settings(run) with { Input = InputMode.SinceLast });
}
