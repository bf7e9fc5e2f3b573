using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.Tests.TestExtract.Generated;

namespace Slipstream.Stages.Tests.TestExtract;

public sealed class GatePropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);

    private static Gen<(GeneratedTable Table, int Row, int Column, Mutation Mutation)> Spoilt =>
        from table in Some.Table
        where table.Columns.Any(column => column.Bad.Count > 0)
        from column in Gen.Elements(Enumerable.Range(0, table.Columns.Count).Where(i => table.Columns[i].Bad.Count > 0))
        from row in Gen.Choose(0, table.Rows.Count - 1)
        from mutation in Gen.Elements(table.Columns[column].Bad.AsEnumerable())
        select (table.With(row, column, mutation.Cell), row, column, mutation);

    [Fact]
    public void Rows_that_fit_their_table_pass_as_JSON_lines_and_as_CSV() => Prop.ForAll(Some.Table.ToArbitrary(), async table =>
    {
        var json = await Checking.RunAsync(table.Metadata(DataFormat.Json), table.ToJsonLines());
        var csv = await Checking.RunAsync(table.Metadata(DataFormat.Csv), table.ToCsv(), "data.csv");
        Assert.Empty(json.Findings.All);
        Assert.Empty(csv.Findings.All);
        Assert.Equal(table.Rows.Count, json.Rows);
        Assert.Equal(table.Rows.Count, csv.Rows);
        Assert.NotNull(json.Sha256);
    }).Check(Runs);

    [Fact]
    public void One_spoilt_value_fails_its_rule_at_its_line_and_column_and_nothing_else_does() => Prop.ForAll(Spoilt.ToArbitrary(), async spoilt =>
    {
        var (table, row, column, mutation) = spoilt;
        var json = await Checking.RunAsync(table.Metadata(DataFormat.Json), table.ToJsonLines());
        RequireOnly(json, mutation.Rule, table.Columns[column].Metadata.Name, row + 1);
        if (mutation.Cell.Csv is not null)
        {
            var csv = await Checking.RunAsync(table.Metadata(DataFormat.Csv), table.ToCsv(), "data.csv");
            RequireOnly(csv, mutation.Rule, table.Columns[column].Metadata.Name, table.CsvLineOf(row));
        }
    }).Check(Runs);

    [Fact]
    public void Both_formats_give_the_same_profile() => Prop.ForAll(Some.Table.ToArbitrary(), async table =>
    {
        var json = await Checking.RunAsync(table.Metadata(DataFormat.Json), table.ToJsonLines());
        var csv = await Checking.RunAsync(table.Metadata(DataFormat.Csv), table.ToCsv(), "data.csv");
        Assert.Equal(json.Profile.Columns.Count, csv.Profile.Columns.Count);
        Assert.All(json.Profile.Columns.Zip(csv.Profile.Columns), pair =>
        {
            Assert.Equal(pair.First with { Shapes = [] }, pair.Second with { Shapes = [] });
            Assert.Equal(pair.First.Shapes, pair.Second.Shapes);
        });
    }).Check(Runs);

    private static void RequireOnly(CheckedObject result, Rule rule, string column, long line)
    {
        var finding = Assert.Single(result.Findings.All);
        Assert.Equal((rule, Severity.Failure, 1), (finding.Rule, finding.Severity, finding.Count));
        // A value within a value is named by its path.
        Assert.Matches($@"^{column}($|[.\[])", finding.Column);
        Assert.Equal(line, Assert.Single(finding.Examples).Line);
    }
}
