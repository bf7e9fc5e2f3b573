using Slipstream.Testing;

namespace Slipstream.DuckDb.Tests;

public sealed class FileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_rows_give_the_same_bytes_whatever_the_threads()
    {
        var first = await CopyAsync("first.parquet", 2);
        var second = await CopyAsync("second.parquet", 2);
        var single = await CopyAsync("single.parquet", 1);

        Assert.Equal(first, second);
        Assert.Equal(first, single);
    }

    [Fact]
    public async Task A_copy_says_how_many_rows_it_wrote()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());

        Assert.Equal(7, await connection.ScalarAsync($"COPY (FROM range(7)) TO {Sql.Literal(_folder.File("a.parquet"))}", Token));
    }

    private async Task<byte[]> CopyAsync(string name, int threads)
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions { Threads = threads });
        var file = _folder.File(name);
        await connection.ExecuteAsync(
            $"""
            COPY (SELECT i, i % 97 AS g, 'AB1 ' || i AS t, i / 7.0 AS d FROM range(300000) AS r(i))
            TO {Sql.Literal(file)} (FORMAT parquet, COMPRESSION zstd)
            """,
            Token);
        return await File.ReadAllBytesAsync(file, Token);
    }

    public void Dispose() => _folder.Dispose();
}
