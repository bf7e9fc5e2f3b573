using System.IO.Compression;
using Slipstream.Bench.Measuring;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Rows;
using Slipstream.Rows.Json;
using Slipstream.Rows.Text;
using Slipstream.Testing;

namespace Slipstream.Bench.Curated;

/// <summary>What the work is measured against, in this process, without a start of another.</summary>
internal static class Floor
{
    private static readonly TableMetadata Table = MetadataFolder.Load(Repository.Path("meta_data", "raw")).Tables[0];

    public static Task<Measurement> DecompressAsync(string path) => Measure.TimeAsync(async () =>
    {
        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        await gzip.CopyToAsync(Stream.Null, 1 << 16);
    });

    /// <summary>Cutting the text into rows and values, on one thread, from memory.</summary>
    public static async Task<Measurement> ParseAsync(string path)
    {
        using var text = new MemoryStream();
        await using (var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
        {
            await gzip.CopyToAsync(text);
        }

        return await Measure.TimeAsync(async () =>
        {
            text.Position = 0;
            using var buffers = new BlockBuffers(0);
            var cells = new RowCells(new NameTable([.. Table.DataColumns.Select(column => column.Name)]));
            var quick = new QuickJson(cells.Names, cells);
            var reader = new BlockReader(text, buffers, int.MaxValue / 2);
            while (await reader.ReadAsync(CancellationToken.None) is { } block)
            {
                for (var at = 0; at < block.Length && quick.TryRead(block.Buffer, at, out var end); at = end)
                {
                }

                buffers.Return(block.Buffer);
            }
        });
    }

    /// <summary>DuckDB's own best plain form, which checks and publishes nothing.</summary>
    public static async Task<Measurement> CopyAsync(string path, TemporaryFolder folder, int memoryLimit)
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions { MemoryLimit = memoryLimit, TemporaryDirectory = folder.File("spill") });
        var columns = string.Join(", ", Table.DataColumns.Select(column => $"{Sql.Identifier(column.Name)}: {Sql.Literal(DuckDbTypes.Of(column.Type))}"));
        var copy = $"COPY (SELECT * FROM read_json({Sql.Literal(path)}, columns = {{ {columns} }}, format = 'newline_delimited')) TO {Sql.Literal(folder.File("copy.parquet"))} (FORMAT parquet)";
        return await Measure.TimeAsync(() => connection.ExecuteAsync(copy, CancellationToken.None));
    }
}
