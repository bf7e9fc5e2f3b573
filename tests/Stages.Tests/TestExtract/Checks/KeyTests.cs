using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.Tests.TestExtract.Checks;

public sealed class KeyTests
{
    [Fact]
    public async Task A_repeated_value_is_named_with_the_line_that_has_it_first()
    {
        var column = CheckedFile.Column("v", "character") with { IsUnique = true };

        var result = await CheckedFile.CheckAsync(CheckedFile.Table(column), TypeTests.Rows("\"a\"", "\"b\"", "null", "\"\\u0061\"", "null", "\"A\"", "\"a\""));

        Assert.Equal("unique v (each value once) 2× 4: \"a\", as in line 1; 7: \"a\", as in line 1", Said.Of(result));
    }

    [Fact]
    public async Task Numbers_that_are_written_otherwise_are_the_same_value()
    {
        var column = CheckedFile.Column("v", "decimal(9,3)") with { IsUnique = true };

        var result = await CheckedFile.CheckAsync(CheckedFile.Table(column), TypeTests.Rows("1.5", "15e-1", "-1.5", "0", "-0.0"));

        Assert.Equal("unique v (each value once) 2× 2: 15e-1, as in line 1; 5: -0.0, as in line 4", Said.Of(result));
    }

    [Fact]
    public async Task A_primary_key_is_all_its_columns_together_and_has_no_nulls()
    {
        var table = CheckedFile.Table(CheckedFile.Column("a", "character"), CheckedFile.Column("b", "int")) with { PrimaryKey = ["a", "b"] };

        var result = await CheckedFile.CheckAsync(table, """
            {"a":"x","b":1}
            {"a":"x","b":2}
            {"a":"x1","b":1}
            {"b":2,"a":"x"}
            {"a":null,"b":1}
            {"a":"y","b":"not a number"}
            """);

        Assert.Equal(
            "primary_key a, b (a value in each column of the primary key) 1× 5: null\ntype b (int) 1× 6: \"not a number\"\nprimary_key a, b (each primary key once) 1× 4: \"x\", 2, as in line 2",
            Said.Of(result));
    }

    [Fact]
    public async Task Keys_beyond_the_memory_spill_to_the_work_folder_and_are_still_exact()
    {
        const int Rows = 300_000;
        var column = CheckedFile.Column("v", "int") with { IsUnique = true };
        using var file = new CheckedFile(CheckedFile.Table(column));
        var values = Enumerable.Range(0, Rows).Select(i => i == Rows - 1 ? "17" : i == 200_000 ? "199999" : $"{i}");

        var result = await file.RunAsync(TypeTests.Rows(values));

        Assert.Equal("unique v (each value once) 2× 200001: 199999, as in line 200000; 300000: 17, as in line 18", Said.Of(result));
        Assert.Empty(Directory.EnumerateFiles(file.WorkFolder));
    }

    [Fact]
    public async Task A_column_with_one_value_counts_all_its_rows_and_shows_the_first()
    {
        var column = CheckedFile.Column("v", "character") with { IsUnique = true };

        var result = await CheckedFile.CheckAsync(
            CheckedFile.Table(column), TypeTests.Rows(Enumerable.Repeat("\"same\"", 50_000)), settings => settings with { Examples = 2 });

        var finding = Assert.Single(result.Findings.All);
        Assert.Equal(49_999, finding.Count);
        Assert.Equal([new Example(2, "\"same\", as in line 1"), new Example(3, "\"same\", as in line 1")], finding.Examples);
    }
}
