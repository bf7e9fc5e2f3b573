using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>The SQL of this repository, read by the grammars of engines that run it where the data outgrow one machine.</summary>
[Trait("lane", "slow")]
public sealed class PortabilityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_transform_and_every_recipe_is_SQL_to_Trino_and_to_Spark()
    {
        var check = await CheckAsync("transforms", "docs/recipes");

        Assert.True(check.ExitCode == 0, check.Out + check.Error);
        Assert.Matches(@"^\d\d? statements parse as Trino and as Spark SQL\.\n$", check.Out);
    }

    [Fact]
    public async Task What_only_one_engine_understands_is_named_with_its_place()
    {
        _folder.Write("a_cast.sql", "-- Casts.\nSELECT\n    a::int AS a\nFROM raw.t");
        _folder.Write("b_from_first.sql", "FROM raw.t SELECT a");
        _folder.Write("c_list.sql", "SELECT [x + 1 FOR x IN a] AS b FROM raw.t");
        _folder.Write("d_interval.sql", "SELECT DATE '2019-03-07' + INTERVAL 1 DAY AS a");
        _folder.Write("e_quoted.sql", "SELECT \"a\" FROM raw.t");
        _folder.Write("f_recipe.md", "# Recipe\n\n```json\n{}\n```\n\n```sql\nSELECT a\nFROM raw.t\nGROUP BY ALL\n```\n");
        _folder.Write("g_good.sql", "SELECT CAST(a AS INTEGER) AS a FROM raw.t WHERE a IS DISTINCT FROM 1 ORDER BY a;\n");

        var check = await CheckAsync(_folder.Path);

        Assert.Equal(1, check.ExitCode);
        var places = check.Out.Split('\n').Where(line => line.StartsWith(_folder.Path, StringComparison.Ordinal))
            .Select(line => line[(_folder.Path.Length + 1)..].Split(": ")[..2]).Select(place => $"{place[0]} {place[1]}");
        Assert.Equal(
            [
                "a_cast.sql:3:6 Trino (Athena)",
                "a_cast.sql:3:6 Spark (Glue)",
                "b_from_first.sql:1:1 Trino (Athena)",
                "c_list.sql:1:8 Trino (Athena)",
                "c_list.sql:1:8 Spark (Glue)",
                "d_interval.sql:1:37 Trino (Athena)",
                "e_quoted.sql:1:8 \"a\" is a name to one engine and a text or an error to another. Leave the quotes away.",
                "f_recipe.md:10:13 Trino (Athena)",
            ],
            places);
    }

    [Fact]
    public async Task A_transform_may_say_why_it_is_not_portable_but_not_without_a_reason()
    {
        _folder.Write("a.sql", "-- What it is.\n-- portable: no, because only DuckDB has lists like these.\nSELECT [1] AS a");
        _folder.Write("b.sql", "-- portable: no\nSELECT [x FOR x IN a] AS a FROM raw.t");
        _folder.Write("c.sql", "SELECT [x FOR x IN a] AS a FROM raw.t\n-- portable: no, because it is declared too late");

        var check = await CheckAsync(_folder.Path);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("a.sql: not portable, because only DuckDB has lists like these.", check.Out, StringComparison.Ordinal);
        Assert.Contains("b.sql:2:8: Spark", check.Out, StringComparison.Ordinal);
        Assert.Contains("c.sql:1:8: Spark", check.Out, StringComparison.Ordinal);
    }

    private static Task<ProgramResult> CheckAsync(params string[] paths) => Node.RunAsync([Repository.Path("tools", "portability", "check.mjs"), .. paths]);
}
