namespace Slipstream.DuckDb.Tests;

public sealed class ValueTests : IDisposable
{
    private readonly DuckDbConnection _connection = DuckDbConnection.Open(new DuckDbOptions());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("42", "INTEGER", "42")]
    [InlineData("CAST(-9223372036854775808 AS BIGINT)", "BIGINT", "-9223372036854775808")]
    [InlineData("CAST(12.5 AS DECIMAL(10,2))", "DECIMAL(10,2)", "12.50")]
    [InlineData("CAST(0.1 AS DOUBLE)", "DOUBLE", "0.1")]
    [InlineData("CAST('nan' AS FLOAT)", "FLOAT", "nan")]
    [InlineData("true", "BOOLEAN", "true")]
    [InlineData("DATE '2019-03-07'", "DATE", "2019-03-07")]
    [InlineData("TIMESTAMP '2019-03-07 01:02:03.456'", "TIMESTAMP", "2019-03-07 01:02:03.456")]
    [InlineData("TIMESTAMPTZ '2019-03-07 01:02:03+02'", "TIMESTAMP WITH TIME ZONE", "2019-03-06 23:02:03+00")]
    [InlineData("CAST('\\x00a' AS BLOB)", "BLOB", "\\x00a")]
    [InlineData("''", "VARCHAR", "")]
    [InlineData("'exactly 12 B'", "VARCHAR", "exactly 12 B")]
    [InlineData("'thirteen byte'", "VARCHAR", "thirteen byte")]
    [InlineData("'Ynys Môn, 東京, 🏴'", "VARCHAR", "Ynys Môn, 東京, 🏴")]
    [InlineData("'a' || chr(0) || 'b'", "VARCHAR", "a\0b")]
    [InlineData("[1, NULL, 3]", "INTEGER[]", "[1, NULL, 3]")]
    [InlineData("{'a': 'x', 'b': [DATE '2019-03-07']}", "STRUCT(a VARCHAR, b DATE[])", "{'a': x, 'b': [2019-03-07]}")]
    public async Task Values_come_as_DuckDB_prints_them(string expression, string type, string text)
    {
        var table = await _connection.QueryAsync($"SELECT {expression} AS value", Token);

        Assert.Equal([new DuckDbColumn("value", type)], table.Columns);
        Assert.Equal([text], Assert.Single(table.Rows));
    }

    [Fact]
    public async Task Null_is_null_and_not_an_empty_text()
    {
        var table = await _connection.QueryAsync("SELECT NULL::VARCHAR AS a, '' AS b, NULL::INTEGER[] AS c", Token);

        Assert.Equal([null, "", null], Assert.Single(table.Rows));
    }

    [Fact]
    public async Task Rows_keep_the_order_of_the_query_over_many_chunks()
    {
        var table = await _connection.QueryAsync("SELECT i, IF(i % 3 = 0, NULL, i) FROM range(100000) AS t(i) ORDER BY i DESC", Token);

        Assert.Equal(100_000, table.Rows.Count);
        Assert.All(table.Rows.Index(), row =>
        {
            var number = 99_999 - row.Index;
            Assert.Equal([$"{number}", number % 3 == 0 ? null : $"{number}"], row.Item);
        });
    }

    [Fact]
    public async Task Two_columns_of_one_name_are_told_apart()
    {
        var table = await _connection.QueryAsync("SELECT 1 AS a, 2 AS a", Token);

        Assert.Equal(["a", "a_1"], table.Columns.Select(column => column.Name));
        Assert.Equal(["1", "2"], Assert.Single(table.Rows));
    }

    [Theory]
    [InlineData("FROM range(2);", 2)]
    [InlineData("WITH t AS (SELECT 1) FROM t -- a comment at the end", 1)]
    [InlineData("VALUES (1), (2), (3)", 3)]
    [InlineData("DESCRIBE SELECT 1, 2", 2)]
    [InlineData("EXPLAIN SELECT 1", 1)]
    [InlineData("CREATE TABLE made AS FROM range(5)", 1)]
    public async Task Every_kind_of_statement_gives_its_rows(string sql, int rows) =>
        Assert.Equal(rows, (await _connection.QueryAsync(sql, Token)).Rows.Count);

    [Fact]
    public async Task A_statement_without_rows_still_has_its_columns()
    {
        var table = await _connection.QueryAsync("SELECT 1 AS a WHERE false", Token);

        Assert.Equal([new DuckDbColumn("a", "INTEGER")], table.Columns);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public async Task A_description_names_the_columns_without_running_the_query()
    {
        var columns = await _connection.DescribeAsync("SELECT i AS n, error('it ran') AS e FROM range(3) AS t(i)", Token);

        Assert.Equal(["n", "e"], columns.Select(column => column.Name));
        Assert.Equal("BIGINT", columns[0].Type);
    }

    [Fact]
    public async Task A_scalar_is_one_whole_number()
    {
        Assert.Equal(3, await _connection.ScalarAsync("SELECT count(*) FROM range(3)", Token));

        var none = await Assert.ThrowsAsync<DuckDbException>(() => _connection.ScalarAsync("SELECT 1 WHERE false", Token));
        Assert.Equal("The query does not give one whole number: SELECT 1 WHERE false", none.Message);
        await Assert.ThrowsAsync<DuckDbException>(() => _connection.ScalarAsync("SELECT 'x'", Token));
    }

    public void Dispose() => _connection.Dispose();
}
