using FsCheck;
using FsCheck.Fluent;
using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.Tests.TestExtract;
using Slipstream.Stages.Tests.TestExtract.Generated;

namespace Slipstream.Stages.Tests.RunCurated.Raw;

public sealed class RawPropertyTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60);

    private static Gen<(GeneratedTable Table, int Row, int Column)> Spoilt =>
        from table in Some.Table
        where table.Columns.Any(HasBad)
        from column in Gen.Elements(Enumerable.Range(0, table.Columns.Count).Where(i => HasBad(table.Columns[i])))
        from row in Gen.Choose(0, table.Rows.Count - 1)
        from mutation in Gen.Elements(table.Columns[column].Bad.Where(IsOfNoType))
        select (table.With(row, column, mutation.Cell), row, column);

    [Trait("lane", "slow")]
    [Fact]
    public void What_test_extract_accepts_is_read_as_the_value_that_it_stands_for() => Prop.ForAll(Some.Table.ToArbitrary(), async table =>
    {
        Assert.Empty((await Checking.RunAsync(table.Metadata(DataFormat.Json), table.ToJsonLines())).Findings.All);
        var expected = await Expected.RowsAsync(table);

        using var json = new RawLab().Add("data.jsonl", table.ToJsonLines());
        using var csv = new RawLab().Add("data.csv.gz", RawLab.Gzip(table.ToCsv()));

        Assert.Equal(expected, await json.AskAsync(table.Metadata(DataFormat.Json)));
        Assert.Equal(expected, await csv.AskAsync(table.Metadata(DataFormat.Csv)));
    }).Check(Runs);

    [Fact]
    public void What_is_of_no_type_is_refused_with_its_line_and_column() => Prop.ForAll(Spoilt.ToArbitrary(), async spoilt =>
    {
        var (table, row, column) = spoilt;
        using var lab = new RawLab().Add("data.jsonl", table.ToJsonLines());

        var exception = await Assert.ThrowsAsync<StageException>(() => lab.AskAsync(table.Metadata(DataFormat.Json)));

        Assert.Equal(ExitCode.DataFailed, exception.ExitCode);
        Assert.Contains($"data.jsonl', line {row + 1}, column 'c{column}': ", exception.Message, StringComparison.Ordinal);
    }).Check(Runs);

    private static bool HasBad(GeneratedColumn column) => column.Bad.Any(IsOfNoType);

    private static bool IsOfNoType(Mutation mutation) => mutation.Rule == Rule.Type;
}
