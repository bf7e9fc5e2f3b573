using System.Globalization;
using Slipstream.DuckDb.Functions;
using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb;

/// <summary>
/// A database and one connection to it. Statements run one after another, off the caller's thread; a cancelled one is
/// interrupted and ends with <see cref="OperationCanceledException"/>.
/// </summary>
public sealed class DuckDbConnection : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly FunctionFailures _failures = new();
    private readonly DatabaseHandle _database;
    private readonly ConnectionHandle _connection;

    private DuckDbConnection(DatabaseHandle database, ConnectionHandle connection)
    {
        _database = database;
        _connection = connection;
    }

    /// <summary>Opens a database, which never loads an extension and prints times in UTC.</summary>
    /// <exception cref="DuckDbException">The file cannot be opened, or the native library is missing.</exception>
    public static DuckDbConnection Open(DuckDbOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        LibraryFile.Require(LibraryFile.Path);
        var database = DatabaseOpener.Open(options);
        var opened = new DuckDbConnection(database, DatabaseOpener.Connect(database));
        try
        {
            using var result = opened.Run("SET TimeZone = 'UTC'", CancellationToken.None);
            LibraryPages.GiveBack();
            return opened;
        }
        catch (DuckDbException)
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Runs one or more statements and drops their rows.</summary>
    /// <exception cref="DuckDbException">A statement failed.</exception>
    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) => InTurnAsync(
        () =>
        {
            using var result = Run(sql, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Runs one statement and keeps its rows in memory.</summary>
    /// <exception cref="DuckDbException">The statement failed.</exception>
    public Task<DuckDbTable> QueryAsync(string sql, CancellationToken cancellationToken) =>
        InTurnAsync(() => Query(sql, cancellationToken), cancellationToken);

    /// <summary>Runs one statement that gives one whole number, such as a count.</summary>
    /// <exception cref="DuckDbException">The statement failed, or gave anything else.</exception>
    public async Task<long> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        var table = await QueryAsync(sql, cancellationToken);
        return table.Rows is [[{ } text]] && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw DuckDbException.NoNumber(sql);
    }

    /// <summary>The columns that a query would give, without running it.</summary>
    /// <exception cref="DuckDbException">The query is wrong.</exception>
    public Task<IReadOnlyList<DuckDbColumn>> DescribeAsync(string select, CancellationToken cancellationToken) => InTurnAsync(
        () =>
        {
            KindOf(select);
            return Describe(select, cancellationToken);
        },
        cancellationToken);

    /// <summary>Makes a table function known to all statements that follow.</summary>
    /// <exception cref="DuckDbException">A type is none of DuckDB's.</exception>
    public Task AddTableFunctionAsync(DuckDbTableFunction function, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(function);
        return InTurnAsync(
            () =>
            {
                FunctionCallbacks.Register(_connection, function.Name, new FunctionState(function, TypesOf(function.Columns), _failures));
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A statement that still runs keeps the handles until it has ended.
        _connection.Dispose();
        _database.Dispose();
    }

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    // Values of all types become text by DuckDB's own cast, in a query around the query.
    private DuckDbTable Query(string sql, CancellationToken cancellationToken)
    {
        if (KindOf(sql) != NativeMethods.StatementType.Select)
        {
            using var direct = Run(sql, cancellationToken);
            return new DuckDbTable(ResultReader.Columns(direct), ResultReader.Rows(direct, cancellationToken));
        }

        var columns = Describe(sql, cancellationToken);
        var texts = string.Join(", ", Enumerable.Range(1, columns.Count).Select(number => $"CAST(#{number} AS VARCHAR)"));
        using var result = Run($"SELECT {texts} FROM {Nested(sql)}", cancellationToken);
        return new DuckDbTable(columns, ResultReader.Rows(result, cancellationToken));
    }

    private IReadOnlyList<DuckDbColumn> Describe(string select, CancellationToken cancellationToken)
    {
        using var result = Run($"SELECT column_name, column_type FROM (DESCRIBE FROM {Nested(select)})", cancellationToken);
        return [.. ResultReader.Rows(result, cancellationToken).Select(row => new DuckDbColumn(row[0]!, row[1]!))];
    }

    private static string Nested(string select) => $"(\n{select.TrimEnd().TrimEnd(';')}\n)";

    // First of all, so that a complaint is about the statement as it was written.
    private StatementHandle Prepare(string sql)
    {
        _failures.Begin(CancellationToken.None);
        if (NativeMethods.Prepare(_connection, sql, out var statement) == NativeMethods.Success)
        {
            return statement;
        }

        using (statement)
        {
            _failures.ThrowFirst();
            unsafe
            {
                throw new DuckDbException(NativeMethods.Text(NativeMethods.PrepareError(statement)));
            }
        }
    }

    private NativeMethods.StatementType KindOf(string sql)
    {
        using var statement = Prepare(sql);
        return NativeMethods.PreparedStatementType(statement);
    }

    // DuckDB itself reads the names of types.
    private TypeHandle[] TypesOf(IReadOnlyList<DuckDbColumn> columns)
    {
        using var statement = Prepare($"SELECT {string.Join(", ", columns.Select(column => $"CAST(NULL AS {column.Type})"))}");
        return [.. Enumerable.Range(0, columns.Count).Select(column => NativeMethods.StatementColumnType(statement, (ulong)column))];
    }

    private ResultHandle Run(string sql, CancellationToken cancellationToken)
    {
        _failures.Begin(cancellationToken);
        using var interrupter = new QueryInterrupter(_connection, cancellationToken);
        var result = new ResultHandle();
        if (NativeMethods.Query(_connection, sql, result) == NativeMethods.Success)
        {
            return result;
        }

        using (result)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _failures.ThrowFirst();
            unsafe
            {
                throw new DuckDbException(NativeMethods.Text(NativeMethods.ResultError(result)));
            }
        }
    }
}
