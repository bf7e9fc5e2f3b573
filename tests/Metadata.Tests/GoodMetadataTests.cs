using Slipstream.Metadata.Types;
using Slipstream.Testing;

namespace Slipstream.Metadata.Tests;

public sealed class GoodMetadataTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Case.Path("good"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_good_file_gives_a_table_named_like_it(string name) => Assert.Equal(name, Case.Table(name).Name);

    [Fact]
    public void A_folder_gives_its_tables_in_order_of_their_names_and_no_database_where_there_is_none()
    {
        var folder = MetadataFolder.Load(Case.Path("good"));

        Assert.Equal(["2021_names", "every_constraint", "every_key", "every_type", "mojap_by_types", "mojap_every_key", "mojap_types", "nulls_for_absent", "smallest"], folder.Tables.Select(table => table.Name));
        Assert.Null(folder.Database);
    }

    [Fact]
    public void Every_key_of_a_table_is_carried()
    {
        var table = Case.Table("every_key");

        Assert.EndsWith("every_key.json", table.File, StringComparison.Ordinal);
        Assert.Equal("A table that uses every key.\nDescriptions of tables may have lines.", table.Description);
        Assert.Equal(DataFormat.CsvQuotedNodate, table.Format);
        Assert.Equal("Folder/every-key", table.Location);
        Assert.Equal(["id"], table.PrimaryKey);
        Assert.Equal("1", table.GlueSpecific!.Value.GetProperty("Parameters").GetProperty("skip.header.line.count").GetString());
    }

    [Fact]
    public void Every_key_of_a_column_is_carried()
    {
        var columns = Case.Table("every_key").Columns.ToDictionary(column => column.Name);

        Assert.Equal("Which row.", columns["id"].Description);
        Assert.False(columns["id"].IsNullable);
        Assert.True(columns["day"].IsNullable);
        Assert.Equal("[A-Z0-9]+ [0-9][A-Z]{2}", columns["postcode"].Pattern);
        Assert.Equal("personal_data", columns["postcode"].Sensitivity);
        Assert.True(columns["postcode"].IsRedacted);
        Assert.False(columns["id"].IsRedacted);
        Assert.Equal(["left", "right"], columns["part"].Enum);
        Assert.Equal(["1", "2", "3"], columns["size"].Enum);
    }

    [Fact]
    public void Partitions_come_last_in_the_order_in_which_they_are_declared()
    {
        var table = Case.Table("every_key");

        Assert.Equal(["id", "postcode", "size", "day", "part"], table.Columns.Select(column => column.Name));
        Assert.Equal(["id", "postcode", "size"], table.DataColumns.Select(column => column.Name));
        Assert.Equal(["day", "part"], table.PartitionColumns.Select(column => column.Name));
    }

    [Fact]
    public void A_null_is_an_absent_key()
    {
        var table = Case.Table("nulls_for_absent");

        var bare = Case.Table("smallest") with { Name = table.Name, File = table.File, Location = table.Location };
        Assert.Equivalent(bare, table, strict: true);
        Assert.Equal(new SimpleType(SimpleKind.Int), Assert.Single(table.Columns).Type);
    }

    [Fact]
    public void A_byte_order_mark_and_files_of_other_kinds_do_no_harm()
    {
        using var folder = new TemporaryFolder();
        folder.Write("smallest.json", "\uFEFF" + File.ReadAllText(Case.Path("good", "smallest.json")));
        folder.Write("notes.txt", "Not metadata.");
        folder.Write("below/other.json", "Not metadata either.");

        Assert.Single(MetadataFolder.Load(folder.Path).Tables);
    }
}
