using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated.Parquet;

/// <summary>What the stage publishes, read by a reader of Parquet that shares no line with the writer (npm hyparquet).</summary>
[Trait("lane", "slow")]
public sealed class IndependentReaderTests
{
    private const int TablesInARun = 8;
    private const int ManyRows = 250_001;
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(12);

    [Fact]
    public void Generated_tables_of_all_types_come_back_equal() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(SomeTyped.Table, TablesInARun).Zip(Gen.Elements(ParquetCompression.Zstd, ParquetCompression.Snappy))),
        async made =>
        {
            var (tables, compression) = made;
            using var world = new CuratedWorld();
            for (var i = 0; i < tables.Length; i++)
            {
                world.World.Write($"meta_data/curated/t{i}.json", tables[i].Metadata($"t{i}"));
                world.World.Write($"transforms/t{i}.sql", tables[i].Select());
            }

            var commit = await PublishAsync(world, compression);

            var partitions = tables.SelectMany((table, i) => commit.Table($"t{i}")!.Partitions.Select(partition => (table, partition))).ToList();
            var files = await ReadAsync(world, partitions.SelectMany(made => made.partition.Files));
            foreach (var ((table, partition), file) in partitions.Zip(files))
            {
                RequireEqual(table, partition.Folder, file, compression);
            }
        }).Check(Runs);

    [Theory]
    [InlineData(ParquetCompression.Zstd)]
    [InlineData(ParquetCompression.Snappy)]
    public async Task Tables_of_several_row_groups_come_back_equal(ParquetCompression compression)
    {
        using var world = new CuratedWorld();
        world.WriteTable("many", """
            { "name": "n", "type": "long", "description": "Number." },
            { "name": "name", "type": "character", "description": "Text." },
            { "name": "price", "type": "decimal(20,2)", "description": "Exact." },
            { "name": "seen", "type": "datetime", "description": "Time." },
            { "name": "tags", "type": "array<int>", "description": "List." },
            { "name": "dea_version", "type": "character", "description": "Release." }
            """, $"""
            SELECT n, 'row ' || n AS name, CASE WHEN n % 7 <> 0 THEN CAST(n AS DECIMAL(20, 2)) / 4 END AS price,
                TIMESTAMP '2019-03-07 13:45:00' + n * INTERVAL '1' SECOND AS seen, CASE WHEN n % 3 <> 0 THEN [n, NULL] END AS tags
            FROM range({ManyRows}) AS v(n)
            """);

        var commit = await PublishAsync(world, compression);

        var file = Assert.Single(await ReadAsync(world, commit.Table("many")!.Partitions[0].Files));
        Assert.True(file["row_groups"]!.GetValue<int>() > 2, file["row_groups"]!.ToJsonString());
        var rows = file["rows"]!.AsArray();
        Assert.Equal(ManyRows, rows.Count);
        for (var n = 0; n < ManyRows; n++)
        {
            Assert.Equal(RowOf(n), rows[n]!.ToJsonString());
        }
    }

    private static string RowOf(int n)
    {
        var price = n % 7 != 0 ? $"\"{string.Create(CultureInfo.InvariantCulture, $"{n / 4m:0.00}")}\"" : "null";
        var tags = n % 3 != 0 ? $"[\"{n}\",null]" : "null";
        return $"[\"{n}\",\"row {n}\",{price},\"{1551966300000000 + (n * 1000000L)}\",{tags},\"v0.1.0\"]";
    }

    private static async Task<Commit> PublishAsync(CuratedWorld world, ParquetCompression compression)
    {
        // Glue lacks some types; a folder without database.json may have them.
        File.Delete(world.World.FileOf("meta_data/curated/database.json"));
        world.Promote(World.Run, World.Rows(1));
        var run = await CuratedWorld.RunAsync(world.Settings() with { Compression = compression });
        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
        return (await world.NewestAsync())!;
    }

    private static void RequireEqual(TypedTable table, string folder, JsonNode file, ParquetCompression compression)
    {
        var expected = table.Expected(folder, "v0.1.0");
        Assert.Equal(table.Schema().ToJsonString(), file["schema"]!.ToJsonString());
        Assert.Equal(expected.Count, file["rows"]!.AsArray().Count);
        Assert.Equal(expected.Count == 0 ? "[]" : $"[\"{compression.ToString().ToUpperInvariant()}\"]", file["codecs"]!.ToJsonString());
        foreach (var (row, found) in expected.Zip(file["rows"]!.AsArray()))
        {
            Assert.Equal(row!.ToJsonString(), found!.ToJsonString());
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> ReadAsync(CuratedWorld world, IEnumerable<CommitFile> files)
    {
        var paths = files.Select(file => world.World.PathOf(file.Location)).ToList();
        var read = await Node.RunAsync([Repository.Path("tests", "Stages.Tests", "RunCurated", "Parquet", "read.mjs"), .. paths]);
        Assert.True(read.ExitCode == 0, read.Error);
        return [.. read.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
