using System.Security.Cryptography;
using System.Text;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DuckDb;

namespace Slipstream.Stages.Tests.RunCurated;

/// <summary>Tables that are larger than a part.</summary>
public sealed class PartTests : IDisposable
{
    // Two extracts, which more than one thread reads at the same time.
    private const int Rows = 70_000;
    private static readonly LandTimestamp Later = LandTimestamp.Parse("1573655400");
    private static readonly string First = Random(0);
    private static readonly string Second = Random(Rows);

    private readonly CuratedWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_large_table_has_several_parts_of_about_the_size_asked_for_and_its_rows_in_order()
    {
        await RunAsync(_world);

        var files = Assert.Single((await _world.NewestAsync())!.Table("things")!.Partitions).Files;
        Assert.True(files.Count > 3, $"{files.Count} parts");
        Assert.Equal(files.Select((_, i) => $"data-part-{i}.parquet"), files.Select(file => file.Location.Name));
        Assert.Equal(2 * Rows, files.Sum(file => file.Rows));
        Assert.All(files.SkipLast(1), file => Assert.InRange(file.Bytes, 700_000, 1_300_000));
        Assert.Equal(Enumerable.Range(0, 2 * Rows).Select(i => $"{i}"), await _world.RowsAsync("things", "size"));
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task The_same_rows_give_the_same_bytes_in_all_parts()
    {
        using var other = new CuratedWorld();
        ByKind(_world);
        ByKind(other);

        await RunAsync(_world);
        await RunAsync(other);

        var partitions = (await _world.NewestAsync())!.Table("counted")!.Partitions;
        Assert.Equal(3, partitions.Count);
        Assert.All(partitions, partition => Assert.True(partition.Files.Count > 1));
        Assert.Equal(_world.World.Everything(), other.World.Everything());
    }

    [Fact]
    public async Task A_partitions_rows_keep_their_order()
    {
        ByKind(_world);

        await RunAsync(_world);

        Assert.Equal(
            Enumerable.Range(0, 2 * Rows).Where(i => i % 3 == 1).Select(i => $"{i}"), await _world.RowsAsync("counted", "size", "kind=1"));
    }

    [Theory]
    [InlineData(ParquetCompression.Zstd, "ZSTD")]
    [InlineData(ParquetCompression.Snappy, "SNAPPY")]
    public async Task Parts_are_compressed_as_asked_for(ParquetCompression compression, string codec)
    {
        _world.Promote(World.Run, World.Rows(100));

        await CuratedWorld.RunAsync(_world.Settings() with { Compression = compression });

        var file = (await _world.NewestAsync())!.Table("things")!.Partitions[0].Files[0].Location;
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        var found = await connection.QueryAsync(
            $"SELECT DISTINCT compression FROM parquet_metadata({Sql.Literal(_world.World.PathOf(file))})", TestContext.Current.CancellationToken);
        Assert.Equal(codec, Assert.Single(found.Rows)[0]);
    }

    private static void ByKind(CuratedWorld world) => world.WriteTable("counted", """
        { "name": "name", "type": "character", "description": "Name." },
        { "name": "size", "type": "int", "description": "Size." },
        { "name": "dea_version", "type": "character", "description": "Release." },
        { "name": "kind", "type": "int", "description": "Kind." }
        """, "SELECT name, size, size % 3 AS kind FROM curated.things", """["kind"]""");

    private static async Task RunAsync(CuratedWorld world)
    {
        world.Promote(World.Run, First);
        world.Promote(Later, Second);
        var run = await CuratedWorld.RunAsync(world.Settings(Later) with { PartSize = 1 });
        Assert.True(run.ExitCode == ExitCode.Done, run.Log);
    }

    // Names that do not compress, but are the same each time.
    private static string Random(int first)
    {
        var rows = new StringBuilder();
        for (var i = first; i < first + Rows; i++)
        {
            rows.Append("{\"name\":\"").Append(Convert.ToHexString(SHA256.HashData(BitConverter.GetBytes(i)))).Append("\",\"size\":").Append(i).Append("}\n");
        }

        return rows.ToString();
    }
}
