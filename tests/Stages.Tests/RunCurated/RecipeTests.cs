using System.Text.RegularExpressions;
using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>What docs/recipes print is what runs here.</summary>
public sealed partial class RecipeTests : IDisposable
{
    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_slowly_changing_dimension_has_a_row_for_each_state_and_no_gap_between_them()
    {
        var recipe = await File.ReadAllTextAsync(
            Repository.Path("docs", "recipes", "slowly-changing-dimension.md"), TestContext.Current.CancellationToken);
        _world.World.Write("meta_data/curated/thing_history.json", Block(recipe, "json"));
        _world.World.Write("transforms/thing_history.sql", Block(recipe, "sql"));
        var days = new[]
        {
            """{"name":"a","size":1}""" + "\n" + """{"name":"b","size":1}""",
            """{"name":"a","size":1}""" + "\n" + """{"name":"b"}""",
            """{"name":"a","size":2}""" + "\n" + """{"name":"c","size":9}""",
            """{"name":"a","size":1}""" + "\n" + """{"name":"b","size":1}""",
        };
        for (var i = 0; i < days.Length; i++)
        {
            _world.Promote(DayOf(i), days[i]);
        }

        var run = await _world.RunAsync(DayOf(days.Length));

        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        Assert.Equal(
            [
                "a|1|2019-11-12 00:00:00|2019-11-14 00:00:00",
                "a|2|2019-11-14 00:00:00|2019-11-15 00:00:00",
                "a|1|2019-11-15 00:00:00|2999-01-01 00:00:00",
                "b|1|2019-11-12 00:00:00|2019-11-13 00:00:00",
                "b|NULL|2019-11-13 00:00:00|2019-11-15 00:00:00",
                "b|1|2019-11-15 00:00:00|2999-01-01 00:00:00",
                "c|9|2019-11-14 00:00:00|2999-01-01 00:00:00",
            ],
            await _world.RowsAsync("thing_history", "name, size, start_datetime, end_datetime"));
    }

    private static LandTimestamp DayOf(int day) => LandTimestamp.FromInstant(new DateTimeOffset(2019, 11, 12, 0, 0, 0, TimeSpan.Zero).AddDays(day));

    private static string Block(string recipe, string language) =>
        Assert.Single(Blocks().Matches(recipe), match => match.Groups["language"].Value == language).Groups["text"].Value;

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
