using System.Text.Json;
using Slipstream.Metadata.Types;
using Slipstream.Testing;

namespace Slipstream.Metadata.Tests;

public sealed class ShippedMetadataTests
{
    private readonly MetadataFolder _raw = MetadataFolder.Load(Repository.Path("meta_data", "raw"));
    private readonly MetadataFolder _curated = MetadataFolder.Load(Repository.Path("meta_data", "curated"));

    private TableMetadata RawPostcodes => _raw.Tables.Single(table => table.Name == "random_postcodes");

    private TableMetadata CuratedPostcodes => _curated.Tables.Single(table => table.Name == "random_postcodes");

    private TableMetadata Calculated => _curated.Tables.Single(table => table.Name == "calculated");

    public static TheoryData<string> Postcodes => ["M1 1AD", "SE1 2DL", "JE2 4WD"];

    [Fact]
    public void The_database_is_the_example_one()
    {
        var database = _curated.Database!;

        Assert.Equal(("example_postcodes_db", "example-curated", "postcodes"), (database.Name, database.Bucket, database.BaseFolder));
        Assert.NotEmpty(database.Description);
        Assert.Null(_raw.Database);
    }

    [Fact]
    public void Raw_postcodes_are_JSON_and_curated_tables_Parquet()
    {
        Assert.Equal(DataFormat.Json, RawPostcodes.Format);
        Assert.All(_curated.Tables, table => Assert.Equal(DataFormat.Parquet, table.Format));
        Assert.All(_raw.Tables.Concat(_curated.Tables), table => Assert.Equal(table.Name, table.Location));
    }

    [Theory]
    [MemberData(nameof(Postcodes))]
    public void A_response_flattened_has_exactly_the_columns_of_raw_but_for_the_index(string postcode)
    {
        var result = Response(postcode);
        var own = result.EnumerateObject().Where(member => member.Name != "codes").Select(member => member.Name);
        var codes = result.GetProperty("codes").EnumerateObject().Select(member => $"codes_{member.Name}");

        Assert.Equal([.. own, .. codes, "index"], RawPostcodes.Columns.Select(column => column.Name));
        Assert.Equal(71, RawPostcodes.Columns.Count);
    }

    [Theory]
    [MemberData(nameof(Postcodes))]
    public void The_values_of_a_response_have_the_types_of_raw(string postcode)
    {
        var result = Response(postcode);
        foreach (var column in RawPostcodes.Columns.SkipLast(1))
        {
            var value = column.Name.StartsWith("codes_", StringComparison.Ordinal)
                ? result.GetProperty("codes").GetProperty(column.Name["codes_".Length..])
                : result.GetProperty(column.Name);
            Assert.True(Fits(value, column), $"{column.Name} is {value.GetRawText()}, which is no {column.Type}.");
        }
    }

    [Fact]
    public void Only_what_every_postcode_has_may_not_be_null() => Assert.Equal(
        ["postcode", "quality", "country", "incode", "outcode", "index"],
        RawPostcodes.Columns.Where(column => !column.IsNullable).Select(column => column.Name));

    [Fact]
    public void Curated_postcodes_have_the_columns_of_raw_with_the_index_first_and_lineage_last()
    {
        var raw = RawPostcodes.Columns;
        var curated = CuratedPostcodes.Columns;

        Assert.Equal([raw[^1], .. raw.SkipLast(1)], curated.SkipLast(2), Same);
        Assert.Equal(("file_land_timestamp", "long", false), Facts(curated[^2]));
        Assert.Equal(("dea_version", "character", false), Facts(curated[^1]));
        Assert.Empty(CuratedPostcodes.Partitions);
    }

    [Fact]
    public void Calculated_has_a_partition_for_each_day()
    {
        Assert.Equal(["dea_snapshot_date"], Calculated.Partitions);
        Assert.Equal(
            [("european_electoral_region", "character", true), ("n", "int", false), ("dea_version", "character", false), ("dea_snapshot_date", "date", false)],
            Calculated.Columns.Select(Facts));
    }

    [Fact]
    public void Every_column_has_a_description_of_its_own_that_fits_Glue()
    {
        foreach (var table in _raw.Tables.Concat(_curated.Tables))
        {
            Assert.All(table.Columns, column => Assert.InRange(column.Description.Length, 40, 255));
            Assert.All(table.Columns, column => Assert.EndsWith(".", column.Description, StringComparison.Ordinal));
            Assert.Equal(table.Columns.Count, table.Columns.Select(column => column.Description).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("lsoa", "2021 Census since December 2025, before that 2011")]
    [InlineData("msoa", "2021 Census since December 2025, before that 2011")]
    [InlineData("codes_lsoa", "2021 Census since December 2025, before that 2011")]
    [InlineData("codes_msoa", "2021 Census since December 2025, before that 2011")]
    [InlineData("parliamentary_constituency", "July 2024")]
    [InlineData("codes_parliamentary_constituency", "2024")]
    public void Columns_that_changed_their_meaning_under_the_same_name_say_so(string name, string vintage) =>
        Assert.Contains(vintage, RawPostcodes.Columns.Single(column => column.Name == name).Description, StringComparison.Ordinal);

    private static JsonElement Response(string postcode) => File.ReadLines(Case.Path("sample", "postcodes_responses.jsonl"))
        .Select(line => JsonElement.Parse(line).GetProperty("result"))
        .Single(result => result.GetProperty("postcode").GetString() == postcode);

    private static bool Fits(JsonElement value, ColumnMetadata column) => value.ValueKind switch
    {
        JsonValueKind.Null => column.IsNullable,
        JsonValueKind.Number => column.Type == new SimpleType(SimpleKind.Double) || (column.Type == new SimpleType(SimpleKind.Int) && value.TryGetInt32(out _)),
        JsonValueKind.String => column.Type == new SimpleType(SimpleKind.Character),
        _ => false,
    };

    private static bool Same(ColumnMetadata raw, ColumnMetadata curated) => Facts(raw) == Facts(curated) && raw.Description == curated.Description;

    private static (string Name, string Type, bool IsNullable) Facts(ColumnMetadata column) => (column.Name, column.Type.ToString(), column.IsNullable);
}
