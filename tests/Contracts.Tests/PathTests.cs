namespace Slipstream.Contracts.Tests;

public sealed class PathTests
{
    [Theory]
    [InlineData("s3://bucket", "bucket", "")]
    [InlineData("s3://bucket/", "bucket", "")]
    [InlineData("s3://bucket/a/b", "bucket", "a/b/")]
    [InlineData("s3://my.bucket-1/a b/ü=1/", "my.bucket-1", "a b/ü=1/")]
    public void A_prefix_ends_with_a_slash(string text, string bucket, string key)
    {
        var prefix = S3Prefix.Parse(text);

        Assert.Equal((bucket, key), (prefix.Bucket, prefix.Key));
        Assert.Equal(prefix, S3Prefix.Parse(prefix.ToString()));
    }

    [Theory]
    [InlineData("bucket/a", "'bucket/a' does not start with 's3://'.")]
    [InlineData("S3://bucket/a", "'S3://bucket/a' does not start with 's3://'.")]
    [InlineData("s3://", "'s3://' names the bucket ''. A bucket has 3 to 63 lower-case letters, digits, dots and dashes.")]
    [InlineData("s3://My_Bucket/a", "'s3://My_Bucket/a' names the bucket 'My_Bucket'. A bucket has 3 to 63 lower-case letters, digits, dots and dashes.")]
    [InlineData("s3://.incoming/a", "'s3://.incoming/a' names the bucket '.incoming'. A bucket has 3 to 63 lower-case letters, digits, dots and dashes.")]
    [InlineData("s3://a..b/a", "'s3://a..b/a' names the bucket 'a..b'. A bucket has 3 to 63 lower-case letters, digits, dots and dashes.")]
    [InlineData("s3://bucket/a//b", "'a//b' holds an empty segment, '.' or '..'. Write the path plainly.")]
    [InlineData("s3://bucket/a//", "'a/' holds an empty segment, '.' or '..'. Write the path plainly.")]
    [InlineData("s3://bucket//", "'' holds an empty segment, '.' or '..'. Write the path plainly.")]
    [InlineData("s3://bucket/a/../b", "'a/../b' holds an empty segment, '.' or '..'. Write the path plainly.")]
    [InlineData("s3://bucket/a\nb", "'a\nb' holds a control character.")]
    public void Other_texts_are_no_prefix(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => S3Prefix.Parse(text)).Message);

    [Theory]
    [InlineData("s3://bucket")]
    [InlineData("s3://bucket/")]
    [InlineData("s3://bucket/a/")]
    public void A_folder_is_no_location(string text) => Assert.Equal(
        $"'{text}' names a folder. An object is meant: leave the last slash away.",
        Assert.Throws<FormatException>(() => S3Location.Parse(text)).Message);

    [Fact]
    public void A_location_knows_bucket_key_and_name()
    {
        var location = S3Location.Parse("s3://bucket/table/day=1/a.gz");

        Assert.Equal(("bucket", "table/day=1/a.gz", "a.gz"), (location.Bucket, location.Key, location.Name));
        Assert.Equal("s3://bucket/table/day=1/a.gz", location.ToString());
    }

    [Theory]
    [InlineData("s3://bucket/a.gz", "s3://bucket/")]
    [InlineData("s3://bucket/a/a.gz", "s3://bucket/a/")]
    [InlineData("s3://bucket/a.gz/day=1/a.gz", "s3://bucket/a.gz/day=1/")]
    public void A_location_knows_the_folder_it_lies_in(string location, string folder) =>
        Assert.Equal(S3Prefix.Parse(folder), S3Location.Parse(location).Folder);

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("../a")]
    [InlineData("a//b")]
    public void Names_below_a_folder_are_relative_and_plain(string name)
    {
        var folder = S3Prefix.Parse("s3://bucket/table");

        Assert.Throws<FormatException>(() => folder.File(name));
        Assert.Throws<FormatException>(() => folder.Folder(name));
    }

    [Fact]
    public void A_folder_contains_what_is_below_it_and_no_namesake()
    {
        var table = S3Prefix.Parse("s3://bucket/table");

        Assert.True(table.Contains(table));
        Assert.True(table.Contains(table.Folder("day=1")));
        Assert.True(table.Contains(table.File("day=1/a")));
        Assert.False(table.Contains(S3Prefix.Parse("s3://bucket/table_extra")));
        Assert.False(table.Contains(S3Location.Parse("s3://bucket/table_extra/a")));
        Assert.False(table.Contains(S3Location.Parse("s3://other/table/a")));
        Assert.Equal("day=1/a", table.Relative(table.File("day=1/a")));
        Assert.Throws<ArgumentException>(() => table.Relative(S3Location.Parse("s3://bucket/a")));
    }

    [Fact]
    public void Locations_sort_by_bucket_and_then_as_S3_lists()
    {
        string[] sorted = ["s3://aaa/z", "s3://bbb/A", "s3://bbb/a", "s3://bbb/a-b", "s3://bbb/a/b"];

        Assert.Equal(sorted, sorted.Reverse().Select(S3Location.Parse).Order().Select(location => location.ToString()));
    }
}
