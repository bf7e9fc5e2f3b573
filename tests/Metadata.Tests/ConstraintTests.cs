namespace Slipstream.Metadata.Tests;

public sealed class ConstraintTests
{
    private static TableMetadata Table => Case.Table("every_constraint");

    private static ColumnMetadata Column(string name) => Table.Columns.Single(column => column.Name == name);

    [Fact]
    public void Limits_are_carried_as_the_file_writes_them()
    {
        Assert.Equal((new Limit("1", false), new Limit("9223372036854775807", false)), (Column("id").Minimum, Column("id").Maximum));
        Assert.Equal((new Limit("0", true), new Limit("1e0", true)), (Column("share").Minimum, Column("share").Maximum));
        Assert.Equal((new Limit("-999.99", false), new Limit("100.50", false)), (Column("price").Minimum, Column("price").Maximum));
        Assert.Equal((new Limit("31/12/1899", false), new Limit("1/1/2100", true)), (Column("born").Minimum, Column("born").Maximum));
        Assert.Equal(new Limit("2019-03-07T13:45:00.000001", false), Column("seen").Maximum);
        Assert.Null(Column("code").Minimum);
    }

    [Fact]
    public void Lengths_uniqueness_and_formats_are_carried()
    {
        Assert.Equal((2, 4), (Column("code").MinimumLength, Column("code").MaximumLength));
        Assert.Equal((0, 1_000_000), (Column("photo").MinimumLength, Column("photo").MaximumLength));
        Assert.True(Column("id").IsUnique);
        Assert.False(Column("code").IsUnique);
        Assert.Equal("%d/%m/%Y", Column("born").DateTimeFormat);
        Assert.Equal(["0.25", "5e-1"], Column("share").Enum);
        Assert.Equal(["true"], Column("flag").Enum);
    }

    [Fact]
    public void The_policies_of_a_table_are_carried()
    {
        var drift = Table.Drift;

        Assert.Equal(
            (DriftPolicy.Warn, DriftPolicy.Fail, DriftPolicy.Ignore, DriftPolicy.Fail), (drift.Missing, drift.Unknown, drift.Order, drift.Profile));
        Assert.Equal(new ProfileTolerance { NullShare = 0.2, DistinctShare = 1, Length = 2.5, ShapeShare = 0, Range = 10 }, drift.Tolerance);
        Assert.Equal(
            (DriftPolicy.Ignore, DriftPolicy.Warn, DriftPolicy.Fail), (drift.OfUnknown("Extra Column"), drift.OfUnknown("other"), drift.OfUnknown("third")));
    }

    [Fact]
    public void A_column_has_policies_of_its_own_and_the_rest_of_its_tolerance_from_the_table()
    {
        Assert.Equal((DriftPolicy.Ignore, DriftPolicy.Ignore), (Column("noted").Drift.Missing, Column("noted").Drift.Profile));
        Assert.Equal(Table.Drift.Tolerance with { Length = 9 }, Column("noted").Drift.Tolerance);
        Assert.Equal(new ColumnDrift(), Column("id").Drift);
    }

    [Fact]
    public void The_layout_of_CSV_files_is_carried() =>
        Assert.Equal(new CsvLayout { HasHeader = true, IgnoresHeaderCase = true, Delimiter = '\t' }, Table.Csv);

    [Fact]
    public void A_file_that_says_nothing_has_the_defaults()
    {
        var table = Case.Table("smallest");

        Assert.Equal((DriftPolicy.Fail, DriftPolicy.Warn, DriftPolicy.Warn, DriftPolicy.Warn), (table.Drift.Missing, table.Drift.Unknown, table.Drift.Order, table.Drift.Profile));
        Assert.Equal(new ProfileTolerance(), table.Drift.Tolerance);
        Assert.Equal(new CsvLayout(), table.Csv);
        Assert.Equal(PatternScope.Whole, table.Columns[0].PatternScope);
    }
}
