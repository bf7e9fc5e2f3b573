using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Tests;

public sealed class ExtractSettingsTests : SettingsTests<ExtractSettings>
{
    protected override ExtractSettings Full => Sparse with
    {
        Source = "other",
        SourceUrl = new Uri("https://example.org/a?b=c%20d"),
        QuarantinePath = S3Prefix.Parse("s3://quarantine/data/"),
        Requests = 7,
        Concurrency = 2,
        RequestsPerSecond = 50,
        RequestTimeout = TimeSpan.FromSeconds(9),
        Retries = 0,
        Host = FullHost,
    };

    protected override ExtractSettings Sparse => new()
    {
        Table = "table_1",
        LandPath = S3Prefix.Parse("s3://land/data/"),
        RawHistPath = S3Prefix.Parse("s3://raw-hist/data/"),
        RunTimestamp = LandTimestamp.Parse("1573569000"),
    };

    [Fact]
    public void A_password_in_an_address_is_refused_and_not_repeated()
    {
        var failure = Assert.Throws<FormatException>(() => VariableKinds.Http.Parse("https://me:secret@example.org/"));

        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Random-Postcodes")]
    [InlineData("table/name")]
    public void A_table_has_a_plain_name(string text) => Assert.Throws<FormatException>(() => VariableKinds.Name.Parse(text));

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    public void A_number_keeps_its_limits(string text) => Assert.Throws<FormatException>(() => VariableKinds.Whole(1, 10).Parse(text));

    protected override ExtractSettings WithoutRun(ExtractSettings settings) => settings with { RunTimestamp = default };
}
