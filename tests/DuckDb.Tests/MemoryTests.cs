using Slipstream.Testing;

namespace Slipstream.DuckDb.Tests;

public sealed class MemoryTests : IDisposable
{
    private const string Large = "CREATE TABLE sorted AS SELECT hash(i) AS h, repeat('x', 50) || i AS t FROM range(1500000) AS r(i) ORDER BY h";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Beyond_its_memory_DuckDB_spills_to_the_temporary_directory_and_cleans_it()
    {
        using (var connection = DuckDbConnection.Open(new DuckDbOptions { MemoryLimit = 64, Threads = 2, TemporaryDirectory = _folder.File("spill") }))
        {
            await connection.ExecuteAsync(Large, Token);

            Assert.Equal(1_500_000, await connection.ScalarAsync("SELECT count(*) FROM sorted", Token));
            Assert.NotEmpty(Directory.EnumerateFiles(_folder.File("spill")));
        }

        Assert.False(Directory.Exists(_folder.File("spill")));
    }

    [Fact]
    public async Task Without_a_temporary_directory_it_fails_and_leaves_no_file_anywhere()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions { MemoryLimit = 64, Threads = 2 });

        var exception = await Assert.ThrowsAsync<DuckDbException>(() => connection.ExecuteAsync(Large, Token));

        Assert.StartsWith("Out of Memory Error", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Directory.GetCurrentDirectory(), ".tmp")));
    }

    public void Dispose() => _folder.Dispose();
}
