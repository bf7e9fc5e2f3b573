using Slipstream.Contracts.Settings;

namespace Slipstream.Contracts.Tests;

public sealed class TestExtractSettingsTests : SettingsTests<TestExtractSettings>
{
    protected override TestExtractSettings Full => Sparse with
    {
        MetaData = "other/raw",
        QuarantinePath = S3Prefix.Parse("s3://quarantine/data/"),
        RawPath = S3Prefix.Parse("s3://raw/data/"),
        ReportPath = S3Prefix.Parse("s3://reports/data/"),
        MinimumRows = 0,
        MaximumRows = 1_000_000,
        LongestLine = 1024,
        Examples = 3,
        Concurrency = 4,
        Host = FullHost,
    };

    protected override TestExtractSettings Sparse => new()
    {
        Table = "table_1",
        LandPath = S3Prefix.Parse("s3://land/data/"),
        RawHistPath = S3Prefix.Parse("s3://raw-hist/data/"),
        RunTimestamp = LandTimestamp.Parse("1573569000"),
    };

    [Fact]
    public void Findings_of_a_run_lie_below_the_quarantined_table()
    {
        Assert.Equal("s3://quarantine/data/table_1/_findings/run_timestamp=1573569000/", Full.FindingsOfThisRun.ToString());
        Assert.Null(Sparse.FindingsOfThisRun);
    }

    protected override TestExtractSettings WithoutRun(TestExtractSettings settings) => settings with { RunTimestamp = default };
}
