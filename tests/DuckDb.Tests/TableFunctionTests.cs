using System.Text;
using Slipstream.DuckDb.Functions;

namespace Slipstream.DuckDb.Tests;

public sealed class TableFunctionTests : IDisposable
{
    private readonly DuckDbConnection _connection = DuckDbConnection.Open(new DuckDbOptions { Threads = 4 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<DuckDbVector>, string> PhysicalTypes => new()
    {
        { "BOOLEAN", vector => vector.Set(0, true), "true" },
        { "TINYINT", vector => vector.Set(0, sbyte.MinValue), "-128" },
        { "SMALLINT", vector => vector.Set(0, short.MinValue), "-32768" },
        { "INTEGER", vector => vector.Set(0, int.MinValue), "-2147483648" },
        { "BIGINT", vector => vector.Set(0, long.MinValue), "-9223372036854775808" },
        { "UTINYINT", vector => vector.Set(0, byte.MaxValue), "255" },
        { "USMALLINT", vector => vector.Set(0, ushort.MaxValue), "65535" },
        { "UINTEGER", vector => vector.Set(0, uint.MaxValue), "4294967295" },
        { "UBIGINT", vector => vector.Set(0, ulong.MaxValue), "18446744073709551615" },
        { "FLOAT", vector => vector.Set(0, 1.5f), "1.5" },
        { "DOUBLE", vector => vector.Set(0, 0.1), "0.1" },
        { "DECIMAL(4,2)", vector => vector.Set(0, (short)-9999), "-99.99" },
        { "DECIMAL(9,2)", vector => vector.Set(0, 123456789), "1234567.89" },
        { "DECIMAL(18,3)", vector => vector.Set(0, 1L), "0.001" },
        { "DECIMAL(38,0)", vector => vector.Set(0, -Int128.Parse(new string('9', 38), null)), "-" + new string('9', 38) },
        { "DATE", vector => vector.Set(0, 17962), "2019-03-07" },
        { "TIME", vector => vector.Set(0, 3_723_000_001L), "01:02:03.000001" },
        { "TIME_NS", vector => vector.Set(0, 3_723_000_000_001L), "01:02:03.000000001" },
        { "TIMESTAMP", vector => vector.Set(0, 1_551_920_523_000_001L), "2019-03-07 01:02:03.000001" },
        { "TIMESTAMP_S", vector => vector.Set(0, 1_551_920_523L), "2019-03-07 01:02:03" },
        { "TIMESTAMP_MS", vector => vector.Set(0, 1_551_920_523_001L), "2019-03-07 01:02:03.001" },
        { "TIMESTAMP_NS", vector => vector.Set(0, 1_551_920_523_000_000_001L), "2019-03-07 01:02:03.000000001" },
        { "VARCHAR", vector => vector.SetText(0, ""u8), "" },
        { "VARCHAR", vector => vector.SetText(0, "exactly 12 B"u8), "exactly 12 B" },
        { "VARCHAR", vector => vector.SetText(0, "thirteen byte"u8), "thirteen byte" },
        { "VARCHAR", vector => vector.SetText(0, "Ynys Môn, 東京, 🏴"u8), "Ynys Môn, 東京, 🏴" },
        { "BLOB", vector => vector.SetText(0, [0, (byte)'a', 0xff]), "\\x00a\\xFF" },
    };

    [Theory]
    [MemberData(nameof(PhysicalTypes))]
    public async Task Each_type_reads_as_what_was_set_and_null_as_null(string type, Action<DuckDbVector> set, string text)
    {
        await AddAsync([new DuckDbColumn("value", type)], Once(2, chunk =>
        {
            set(chunk[0]);
            chunk[0].SetNull(1);
        }));

        var table = await _connection.QueryAsync("FROM source()", Token);

        Assert.Equal([new DuckDbColumn("value", type)], table.Columns);
        Assert.Equal([[text], [null]], table.Rows);
    }

    [Fact]
    public async Task Lists_structs_and_maps_nest_and_grow_beyond_a_chunk()
    {
        const int Elements = 5000;
        await AddAsync([new DuckDbColumn("value", "STRUCT(a INTEGER, b VARCHAR[])[]"), new DuckDbColumn("map", "MAP(VARCHAR, INTEGER)")], Once(3, chunk =>
        {
            var structs = chunk[0].Elements;
            var (numbers, lists) = (structs.Field(0), structs.Field(1));
            for (var i = 0; i < Elements; i++)
            {
                var row = chunk[0].AddElement();
                numbers.Set(row, i);
                lists.Elements.SetText(lists.AddElement(), Encoding.UTF8.GetBytes($"a text longer than {i} in place"));
                lists.SetList(row, i, 1);
            }

            numbers.SetNull(Elements - 1);
            lists.SetNull(Elements - 1);
            structs.SetNull(Elements - 1);
            chunk[0].SetList(0, 0, Elements);
            chunk[0].SetList(1, 0, 0);
            chunk[0].SetNull(2);
            var (keys, values) = (chunk[1].Elements.Field(0), chunk[1].Elements.Field(1));
            var entry = chunk[1].AddElement();
            keys.SetText(entry, "k"u8);
            values.SetNull(entry);
            chunk[1].SetList(0, 0, 1);
            chunk[1].SetList(1, 0, 0);
            chunk[1].SetNull(2);
        }));

        var table = await _connection.QueryAsync(
            $"SELECT len(value), value[1], value[{Elements - 1}].b[1], value[{Elements}], list_sum([x.a FOR x IN value]), map FROM source()", Token);

        Assert.Equal(
            [
                ["5000", "{'a': 0, 'b': [a text longer than 0 in place]}", "a text longer than 4998 in place", null, (4998L * 4999 / 2).ToString(), "{k=NULL}"],
                ["0", null, null, null, null, "{}"],
                [null, null, null, null, null, null],
            ],
            table.Rows);
    }

    [Fact]
    public async Task Many_chunks_come_in_their_order_and_only_with_the_columns_that_are_asked_for()
    {
        var asked = new List<IReadOnlyList<int>>();
        await AddAsync([new("a", "VARCHAR"), new("n", "BIGINT"), new("c", "VARCHAR")], projection =>
        {
            asked.Add(projection.Columns);
            return Numbers(projection, 10, projection.Columns.ToList().IndexOf(1));
        });

        var rows = 10L * DuckDbChunk.Capacity;
        await _connection.ExecuteAsync("CREATE TABLE copied AS SELECT n FROM source()", Token);
        Assert.Equal(rows, await _connection.ScalarAsync("SELECT count(*) FROM copied WHERE n = rowid", Token));
        Assert.Equal(rows, await _connection.ScalarAsync("SELECT count(*) FROM source()", Token));
        Assert.Equal([1], asked[0]);
        Assert.Single(asked[1]);
    }

    [Fact]
    public async Task Two_scans_of_one_statement_read_for_themselves()
    {
        await AddAsync([new("n", "BIGINT")], projection => Numbers(projection, 5, projection.Columns.Count - 1));

        Assert.Equal(
            5L * DuckDbChunk.Capacity,
            await _connection.ScalarAsync("SELECT count(*) FROM source() AS a JOIN source() AS b ON a.n = b.n", Token));
        Assert.Equal(
            10L * DuckDbChunk.Capacity,
            await _connection.ScalarAsync("SELECT count(*) FROM (FROM source() UNION ALL FROM source())", Token));
    }

    [Fact]
    public async Task Texts_live_on_after_their_chunk()
    {
        await AddAsync([new("text", "VARCHAR")], projection => new Chunks(projection, 20, (chunk, number) =>
        {
            chunk.Rows = DuckDbChunk.Capacity;
            for (var row = 0; row < chunk.Rows; row++)
            {
                chunk[0].SetText(row, Encoding.UTF8.GetBytes($"text number {row} of chunk number {number}"));
            }
        }));

        var table = await _connection.QueryAsync(
            "SELECT count(DISTINCT text), min(text), max(text) FROM (SELECT text FROM source() ORDER BY text DESC)", Token);

        Assert.Equal(
            [[(20L * DuckDbChunk.Capacity).ToString(), "text number 0 of chunk number 0", "text number 999 of chunk number 9"]], table.Rows);
    }

    [Fact]
    public async Task What_the_source_throws_is_what_the_statement_throws_and_the_connection_lives_on()
    {
        var disposed = 0;
        await AddAsync([new("n", "BIGINT")], projection => new Chunks(projection, 5, (chunk, number) =>
        {
            if (number == 3)
            {
                throw new InvalidDataException("Line 7 is broken: 'x'.");
            }

            FillNumbers(chunk, number, 0);
        })
        { OnDispose = () => disposed++ });

        for (var i = 1; i <= 2; i++)
        {
            var exception = await Assert.ThrowsAsync<InvalidDataException>(() => _connection.ExecuteAsync("CREATE TABLE t AS FROM source()", Token));
            Assert.Equal("Line 7 is broken: 'x'.", exception.Message);
            Assert.Equal(i, disposed);
        }

        Assert.Equal(1, await _connection.ScalarAsync("SELECT 1", Token));
        Assert.Equal(DuckDbChunk.Capacity, await _connection.ScalarAsync($"SELECT count(*) FROM (FROM source() LIMIT {DuckDbChunk.Capacity})", Token));
    }

    [Fact]
    public async Task A_source_that_cannot_start_fails_the_statement_with_its_own_exception()
    {
        await AddAsync([new("n", "BIGINT")], _ => throw new FileNotFoundException("No such object."));

        var exception = await Assert.ThrowsAsync<FileNotFoundException>(() => _connection.QueryAsync("FROM source()", Token));
        Assert.Equal("No such object.", exception.Message);
    }

    [Fact]
    public async Task A_cancelled_statement_stops_a_source_that_waits()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var started = new ManualResetEventSlim();
        var disposed = false;
        await _connection.AddTableFunctionAsync(
            new DuckDbTableFunction("source", [new("n", "BIGINT")], (projection, token) => new Chunks(projection, 5, (_, _) =>
            {
                started.Set();
                token.WaitHandle.WaitOne();
                token.ThrowIfCancellationRequested();
            })
            { OnDispose = () => disposed = true }), Token);

        var statement = _connection.ExecuteAsync("CREATE TABLE t AS FROM source()", cancellation.Token);
        started.Wait(Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => statement);
        Assert.True(disposed);
        Assert.Equal(1, await _connection.ScalarAsync("SELECT 1", Token));
    }

    [Fact]
    public async Task A_scan_that_is_not_read_to_its_end_is_disposed()
    {
        var disposed = false;
        await AddAsync([new("n", "BIGINT")], projection => new Chunks(projection, int.MaxValue, (chunk, number) => FillNumbers(chunk, number, 0)) { OnDispose = () => disposed = true });

        Assert.Equal([["0"]], (await _connection.QueryAsync("FROM source() LIMIT 1", Token)).Rows);
        Assert.True(disposed);
    }

    [Fact]
    public async Task A_type_that_DuckDB_does_not_know_is_refused()
    {
        var exception = await Assert.ThrowsAsync<DuckDbException>(() => AddAsync([new("n", "NO_TYPE")], projection => Numbers(projection, 1, 0)));
        Assert.Contains("NO_TYPE", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_rows_give_the_same_Parquet_bytes_whatever_the_threads()
    {
        using var folder = new Slipstream.Testing.TemporaryFolder();
        var files = new List<byte[]>();
        foreach (var threads in new[] { 1, 4 })
        {
            using var connection = DuckDbConnection.Open(new DuckDbOptions { Threads = threads });
            await connection.AddTableFunctionAsync(
                new DuckDbTableFunction("source", [new("n", "BIGINT")], (projection, _) => Numbers(projection, 100, 0)), Token);
            var file = folder.File($"{threads}.parquet");
            await connection.ExecuteAsync($"COPY (FROM source()) TO {Sql.Literal(file)} (FORMAT parquet, ROW_GROUP_SIZE 20480)", Token);
            files.Add(await File.ReadAllBytesAsync(file, Token));
        }

        Assert.Equal(files[0], files[1]);
    }

    public void Dispose() => _connection.Dispose();

    private Task AddAsync(IReadOnlyList<DuckDbColumn> columns, Func<DuckDbProjection, IDuckDbScan> open) =>
        _connection.AddTableFunctionAsync(new DuckDbTableFunction("source", columns, (projection, _) => open(projection)), Token);

    private static Func<DuckDbProjection, IDuckDbScan> Once(int rows, Action<DuckDbChunk> fill) => projection => new Chunks(projection, 1, (chunk, _) =>
    {
        chunk.Rows = rows;
        fill(chunk);
    });

    private static Chunks Numbers(DuckDbProjection projection, int chunks, int column) =>
        new(projection, chunks, (chunk, number) => FillNumbers(chunk, number, column));

    private static void FillNumbers(DuckDbChunk chunk, int number, int column)
    {
        chunk.Rows = DuckDbChunk.Capacity;
        for (var row = 0; column >= 0 && row < chunk.Rows; row++)
        {
            chunk[column].Set(row, (long)number * chunk.Rows + row);
        }
    }

    private sealed class Chunks(DuckDbProjection projection, int count, Action<DuckDbChunk, int> fill) : IDuckDbScan
    {
        private int _next;

        public Action OnDispose { get; init; } = () => { };

        public Task<DuckDbChunk?> NextAsync()
        {
            if (_next == count)
            {
                return Task.FromResult<DuckDbChunk?>(null);
            }

            var chunk = projection.NewChunk();
            fill(chunk, _next++);
            return Task.FromResult<DuckDbChunk?>(chunk);
        }

        public ValueTask DisposeAsync()
        {
            OnDispose();
            return ValueTask.CompletedTask;
        }
    }
}
