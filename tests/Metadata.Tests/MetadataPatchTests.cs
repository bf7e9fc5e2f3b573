using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata.Patching;
using Slipstream.Metadata.Types;
using Slipstream.Testing;

namespace Slipstream.Metadata.Tests;

public sealed class MetadataPatchTests
{
    private static readonly NewColumn[] New =
    [
        new("height", new SimpleType(SimpleKind.Double), "Not described yet: first seen in 's3://land/t/x.jsonl.gz', line 7."),
        new("tags", new ArrayType(new StructType([new StructField("Key", new SimpleType(SimpleKind.DateTime))])), "A \"new\"\nlist\\é."),
    ];

    private static readonly string[] Missing = ["gone", "quiet", "strict", "stricter", "empty", "last"];

    [Theory]
    [InlineData("one_line")]
    [InlineData("many_lines")]
    [InlineData("compact")]
    public void A_patched_file_keeps_its_layout(string name)
    {
        var file = File.ReadAllBytes(Case.Path("patches", $"{name}.json"));

        var patch = MetadataPatch.Of($"{name}.json", file, New, [.. Missing.Where(column => Encoding.UTF8.GetString(file).Contains($"\"{column}\"", StringComparison.Ordinal))]);

        Golden(Encoding.UTF8.GetString(patch.Content.Span), $"{name}.expected");
        Assert.Equal(["height", "tags"], patch.Added);
        Assert.Empty(patch.LeftOut);
    }

    [Fact]
    public void Only_columns_that_fail_when_they_are_missing_are_relaxed()
    {
        var patch = MetadataPatch.Of("one_line.json", File.ReadAllBytes(Case.Path("patches", "one_line.json")), [], Missing);

        Assert.Equal(["gone", "strict", "stricter", "empty", "last"], patch.Relaxed);
    }

    [Fact]
    public void Line_ends_and_a_byte_order_mark_are_kept()
    {
        var file = "\uFEFF" + File.ReadAllText(Case.Path("patches", "one_line.json")).Replace("\n", "\r\n", StringComparison.Ordinal);

        var patched = Encoding.UTF8.GetString(MetadataPatch.Of("one_line.json", Encoding.UTF8.GetBytes(file), New, ["gone"]).Content.Span);

        Assert.StartsWith("\uFEFF{\r\n", patched, StringComparison.Ordinal);
        Assert.Equal(patched.Count(letter => letter == '\n'), patched.Split("\r\n").Length - 1);
        Assert.Equal(file.Count(letter => letter == '\n') + 2, patched.Count(letter => letter == '\n'));
    }

    [Fact]
    public void Nothing_to_change_changes_nothing()
    {
        var file = File.ReadAllBytes(Case.Path("patches", "one_line.json"));

        var patch = MetadataPatch.Of("one_line.json", file, [], []);

        Assert.True(patch.IsEmpty);
        Assert.Equal(file, patch.Content.ToArray());
    }

    [Fact]
    public void What_cannot_be_written_is_left_out_and_told()
    {
        var patch = MetadataPatch.Of(
            "compact.json",
            File.ReadAllBytes(Case.Path("patches", "compact.json")),
            [
                new("Bad Name", new SimpleType(SimpleKind.Int), ""),
                new("gone", new SimpleType(SimpleKind.Int), ""),
                new("at_noon", new TimeType(TimeUnit.Second), ""),
                new("odd", new StructType([new StructField("a-b", new SimpleType(SimpleKind.Int))]), ""),
                new("fine", new SimpleType(SimpleKind.Int), new string('x', 300)),
                new("fine", new SimpleType(SimpleKind.Int), ""),
            ],
            ["nowhere"]);

        Assert.Equal(["fine"], patch.Added);
        Assert.Equal(
            [
                "The column 'Bad Name' was not added: names have lower-case letters, digits and underscores only. Rename it where it is made.",
                "The column 'gone' was not added: the table has a column 'gone'.",
                "The column 'at_noon' was not added: the dialect of the file has no words for its type 'time32(s)'. Declare it by hand.",
                "The column 'odd' was not added: the dialect of the file has no words for its type 'struct<a-b:int>'. Declare it by hand.",
                "The column 'fine' was not added: the table has a column 'fine'.",
                "The column 'nowhere' was not relaxed: it is no column of the table's files.",
            ],
            patch.LeftOut);
    }

    [Fact]
    public void A_column_with_a_policy_of_its_own_stays_unknown()
    {
        var file = File.ReadAllText(Case.Path("patches", "compact.json"));
        file = file.TrimEnd()[..^1] + """, "drift": { "unknown_columns": { "height": "ignore" } } }""";

        var patch = MetadataPatch.Of("compact.json", Encoding.UTF8.GetBytes(file), New, []);

        Assert.Equal(["tags"], patch.Added);
        Assert.Contains("'drift.unknown_columns' has a policy for it", Assert.Single(patch.LeftOut), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_wrong_is_refused() =>
        Assert.Contains("x.json:1:1: ", Assert.Throws<MetadataException>(() => MetadataPatch.Of("x.json", "[]"u8, [], [])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_patched_table_is_the_old_one_with_the_new_columns_before_its_partitions() =>
        Prop.ForAll(TableText.Some, input =>
        {
            var before = Load(Encoding.UTF8.GetBytes(input.Text));

            var patch = MetadataPatch.Of("t.json", Encoding.UTF8.GetBytes(input.Text), input.New, input.Missing);

            var after = Load(patch.Content.ToArray());
            var expected = before.DataColumns
                .Select(column => patch.Relaxed.Contains(column.Name) ? Facts(column) with { Missing = DriftPolicy.Warn } : Facts(column))
                .Concat(input.New.Select(column => new ColumnFacts(column.Name, column.Type, column.Description, true, null)))
                .Concat(before.PartitionColumns.Select(Facts));
            Assert.Equal(expected, after.Columns.Select(Facts));
            Assert.Equal((before.Dialect, before.Format, before.Location), (after.Dialect, after.Format, after.Location));
            Assert.Equal(before.Partitions, after.Partitions);
            Assert.Empty(patch.LeftOut);
            Assert.Equal(input.Missing.Order(), patch.Relaxed.Order());
        }).Check(Some.Runs);

    private static ColumnFacts Facts(ColumnMetadata column) =>
        new(column.Name, column.Type, column.Description, column.IsNullable, column.Drift.Missing);

    private static TableMetadata Load(byte[] content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.File("t.json"), content);
        return Assert.Single(MetadataFolder.Load(folder.Path).Tables);
    }

    private static void Golden(string text, string name)
    {
        var path = Case.Path("patches", name);
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : string.Empty, text);
    }

    private sealed record ColumnFacts(string Name, ColumnType Type, string Description, bool IsNullable, DriftPolicy? Missing);
}
