using System.IO.Compression;
using System.Text;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Stages.RunCurated.Raw;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated.Raw;

/// <summary>Files of a raw table, read by DuckDB as the stage lets it read them.</summary>
internal sealed class RawLab : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbConnection _connection = DuckDbConnection.Open(new DuckDbOptions());
    private readonly List<RawFile> _files = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The table as the stage registers it; known after the first question.</summary>
    public RawTable Table { get; private set; } = null!;

    public RawLab Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public RawLab Add(string name, byte[] bytes)
    {
        var path = _folder.File(Path.Combine("generated", $"file_land_timestamp={World.Run}", name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        _files.Add(RawFile.Of(path, _folder.Path, World.RawHist));
        return this;
    }

    public async Task<IReadOnlyList<IReadOnlyList<string?>>> AskAsync(TableMetadata metadata, string select = "SELECT * EXCLUDE (file_land_timestamp) FROM raw_rows")
    {
        if (Table is null)
        {
            Table = new RawTable(metadata, _files);
            await _connection.AddTableFunctionAsync(Table.Function, Token);
            await _connection.ExecuteAsync($"CREATE VIEW raw_rows AS FROM {Sql.Identifier(Table.Function.Name)}()", Token);
        }

        return (await _connection.QueryAsync(select, Token)).Rows;
    }

    public static byte[] Gzip(params string[] members)
    {
        using var bytes = new MemoryStream();
        foreach (var member in members)
        {
            using var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes(member));
        }

        return bytes.ToArray();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _folder.Dispose();
    }
}
