namespace Slipstream.Contracts.Tests;

public sealed class ValueTests
{
    [Theory]
    [InlineData("1573569000")]
    [InlineData("1000000000")]
    [InlineData("9999999999")]
    public void A_time_is_ten_digits(string text) => Assert.Equal(text, LandTimestamp.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0999999999")]
    [InlineData("01573569000")]
    [InlineData("1573569000000")]
    [InlineData("-573569000")]
    [InlineData("2019-11-12T14:30:00Z")]
    public void Other_texts_are_no_time(string text) => Assert.Equal(
        $"'{text}' is not a time in Unix seconds (ten digits).", Assert.Throws<FormatException>(() => LandTimestamp.Parse(text)).Message);

    [Fact]
    public void A_time_names_its_folder_and_is_read_back_from_it()
    {
        var time = LandTimestamp.Parse("1573569000");
        var folder = time.FolderIn(S3Prefix.Parse("s3://bucket/table"));

        Assert.Equal("s3://bucket/table/file_land_timestamp=1573569000/", folder.ToString());
        Assert.Equal(time, LandTimestamp.Of(folder.File("a.gz")));
        Assert.Null(LandTimestamp.Of(S3Location.Parse("s3://bucket/table/a.gz")));
        Assert.Null(LandTimestamp.Of(S3Location.Parse("s3://bucket/file_land_timestamp=soon/a.gz")));
        Assert.Null(LandTimestamp.Of(S3Location.Parse("s3://bucket/file_land_timestamp=01573569000/a.gz")));
    }

    [Fact]
    public void A_time_is_cut_to_its_second_and_within_bounds()
    {
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(1573569000999);

        Assert.Equal("1573569000", LandTimestamp.FromInstant(instant).ToString());
        Assert.True(LandTimestamp.FromInstant(instant) < LandTimestamp.FromInstant(instant.AddSeconds(1)));
        Assert.True(default(LandTimestamp).IsUnset);
        Assert.Throws<ArgumentOutOfRangeException>(() => LandTimestamp.FromInstant(DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData("2019-3-7")]
    [InlineData("07/03/2019")]
    [InlineData("2019-02-29")]
    [InlineData("0001-01-01")]
    [InlineData("")]
    public void Other_texts_are_no_day(string text) => Assert.Equal(
        $"'{text}' is not a date of the form YYYY-MM-DD.", Assert.Throws<FormatException>(() => SnapshotDate.Parse(text)).Message);

    [Fact]
    public void A_day_is_the_one_of_the_zone()
    {
        var instant = DateTimeOffset.Parse("2019-07-01T23:30:00Z", System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal("2019-07-02", SnapshotDate.Of(instant, TimeZoneInfo.FindSystemTimeZoneById("Europe/London")).ToString());
        Assert.Equal("2019-07-01", SnapshotDate.Of(instant, TimeZoneInfo.Utc).ToString());
        Assert.Equal("2019-07-01", SnapshotDate.Parse("2019-07-01").ToString());
    }

    [Theory]
    [InlineData("v0.0.0")]
    [InlineData("v1.22.333")]
    [InlineData("v1.2.3-rc.1")]
    public void A_release_is_v_and_a_semantic_version(string text) => Assert.Equal(text, GitTag.Parse(text).ToString());

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("v1.2")]
    [InlineData("v01.2.3")]
    [InlineData("v1.2.3\n")]
    [InlineData("latest")]
    public void Other_texts_are_no_release(string text) => Assert.Equal(
        $"'{text}' is not a release tag of the form v1.2.3.", Assert.Throws<FormatException>(() => GitTag.Parse(text)).Message);

    [Fact]
    public void This_build_has_a_release() => Assert.StartsWith("v", GitTag.OfThisBuild.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("s3", null)]
    [InlineData("file:///data/store", "/data/store")]
    [InlineData("file:///data/store/", "/data/store")]
    [InlineData("file:///data/with%20space%23", "/data/with space#")]
    public void A_store_is_S3_or_a_directory(string text, string? directory)
    {
        var address = StoreAddress.Parse(text);

        Assert.Equal(directory, address.Directory);
        Assert.Equal(address, StoreAddress.Parse(address.ToString()));
    }

    [Theory]
    [InlineData("S3")]
    [InlineData("/data/store")]
    [InlineData("data")]
    [InlineData("file://host/data")]
    [InlineData("s3://bucket")]
    public void Other_texts_are_no_store(string text) => Assert.Equal(
        $"'{text}' is neither 's3' nor a directory written file:///absolute/path.",
        Assert.Throws<FormatException>(() => StoreAddress.Parse(text)).Message);

    [Theory]
    [InlineData("/data/a b")]
    [InlineData("/data/100%")]
    [InlineData("/data/a#b?c")]
    [InlineData("/data/naïve")]
    public void Any_directory_survives_being_written(string directory)
    {
        Assert.Equal(directory, StoreAddress.Parse(StoreAddress.InDirectory(directory).ToString()).Directory);
        Assert.Equal(directory, CatalogAddress.Parse(CatalogAddress.InDirectory(directory).ToString()).Directory);
    }

    [Fact]
    public void A_catalogue_is_Glue_or_a_directory()
    {
        Assert.Equal(CatalogAddress.Glue, CatalogAddress.Parse("glue"));
        Assert.Equal("/data", CatalogAddress.Parse("file:///data").Directory);
        Assert.Equal(
            "'s3' is neither 'glue' nor a directory written file:///absolute/path.",
            Assert.Throws<FormatException>(() => CatalogAddress.Parse("s3")).Message);
        Assert.Throws<FormatException>(() => CatalogAddress.Parse("duckdb"));
    }
}
