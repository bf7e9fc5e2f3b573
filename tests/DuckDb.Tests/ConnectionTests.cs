using Slipstream.Testing;

namespace Slipstream.DuckDb.Tests;

public sealed class ConnectionTests : IDisposable
{
    private const string Endless = "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE hash(a, b) = 1";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_has_the_message_of_DuckDB()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());

        var exception = await Assert.ThrowsAsync<DuckDbException>(() => connection.QueryAsync("SELECT * FROM absent", Token));
        Assert.StartsWith("Catalog Error: Table with name absent does not exist!", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<DuckDbException>(() => connection.ExecuteAsync("SELEKT 1", Token));
        Assert.Contains("syntax error at or near \"SELEKT\"", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<DuckDbException>(() => connection.QueryAsync("SELECT CAST('x' AS INTEGER)", Token));
        Assert.Contains("Could not convert string 'x' to INT32", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_can_be_used_after_a_failure()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        await Assert.ThrowsAsync<DuckDbException>(() => connection.ExecuteAsync("SELECT error('no')", Token));

        Assert.Equal(1, await connection.ScalarAsync("SELECT 1", Token));
    }

    [Fact]
    public async Task Several_statements_run_in_order()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());

        await connection.ExecuteAsync("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2); DELETE FROM t WHERE a = 1;", Token);

        Assert.Equal(2, await connection.ScalarAsync("SELECT sum(a) FROM t", Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_query_without_end_ends_when_it_is_cancelled()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var query = connection.ScalarAsync(Endless, source.Token);
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.Equal(1, await connection.ScalarAsync("SELECT 1", Token));
    }

    [Fact]
    public async Task What_is_cancelled_before_it_begins_never_begins()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.ExecuteAsync("CREATE TABLE t (a INTEGER)", source.Token));

        Assert.Empty((await connection.QueryAsync("SHOW TABLES", Token)).Rows);
    }

    [Fact]
    public async Task The_caller_does_not_wait_for_the_query()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        using var source = new CancellationTokenSource();

        var query = connection.ScalarAsync(Endless, source.Token);

        Assert.False(query.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
    }

    [Fact]
    public async Task Statements_of_one_connection_wait_for_each_other()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());
        await connection.ExecuteAsync("CREATE TABLE t (a BIGINT)", Token);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => connection.ExecuteAsync($"INSERT INTO t SELECT * FROM range({i})", Token)));

        Assert.Equal(190, await connection.ScalarAsync("SELECT count(*) FROM t", Token));
    }

    [Fact]
    public async Task Two_connections_work_at_once_and_one_is_cancelled_alone()
    {
        using var first = DuckDbConnection.Open(new DuckDbOptions { Threads = 1 });
        using var second = DuckDbConnection.Open(new DuckDbOptions { Threads = 1 });
        using var source = new CancellationTokenSource();
        var cancelled = first.ScalarAsync(Endless, source.Token);

        Assert.Equal(1_000_000, await second.ScalarAsync("SELECT count(*) FROM range(1000000)", Token));
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(1, await second.ScalarAsync("SELECT 1", Token));
    }

    [Fact]
    public async Task A_file_that_is_opened_for_reading_cannot_be_changed()
    {
        var file = _folder.File("a.duckdb");
        using (var writer = DuckDbConnection.Open(new DuckDbOptions { File = file }))
        {
            await writer.ExecuteAsync("CREATE TABLE t AS SELECT 7 AS a", Token);
        }

        using var reader = DuckDbConnection.Open(new DuckDbOptions { File = file, IsReadOnly = true });

        Assert.Equal(7, await reader.ScalarAsync("SELECT a FROM t", Token));
        await Assert.ThrowsAsync<DuckDbException>(() => reader.ExecuteAsync("DROP TABLE t", Token));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_by_name()
    {
        var file = _folder.Write("text.duckdb", new string('x', 10_000));

        var exception = Assert.Throws<DuckDbException>(() => DuckDbConnection.Open(new DuckDbOptions { File = file, IsReadOnly = true }));

        Assert.Contains(file, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_DuckDB_refuses_is_named()
    {
        var exception = Assert.Throws<DuckDbException>(() => DuckDbConnection.Open(new DuckDbOptions { Threads = 0 }));

        Assert.Contains("threads", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_extension_is_ever_downloaded()
    {
        using var connection = DuckDbConnection.Open(new DuckDbOptions());

        var exception = await Assert.ThrowsAsync<DuckDbException>(
            () => connection.QueryAsync("SELECT * FROM read_parquet('s3://bucket/key.parquet')", Token));

        Assert.StartsWith("Missing Extension Error", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
