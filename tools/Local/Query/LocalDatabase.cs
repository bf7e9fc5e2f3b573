using Slipstream.DuckDb;

namespace Slipstream.Local.Query;

/// <summary>
/// The databases of the local catalogue, attached for reading only: a run that deploys meanwhile is not held up, and a
/// table is <c>database.table</c> as it is in Athena.
/// </summary>
internal sealed class LocalDatabase : IDisposable
{
    private const string Extension = ".duckdb";

    private LocalDatabase(DuckDbConnection connection, IReadOnlyList<string> names)
    {
        Connection = connection;
        Names = names;
    }

    public DuckDbConnection Connection { get; }

    /// <summary>The databases in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Attaches what is in the catalogue's folder; null if there is nothing yet.</summary>
    public static async Task<LocalDatabase?> OpenAsync(string catalogue, CancellationToken cancellationToken)
    {
        var files = Directory.Exists(catalogue)
            ? Directory.EnumerateFiles(catalogue, "*" + Extension).Order(StringComparer.Ordinal).ToList()
            : [];
        if (files.Count == 0)
        {
            return null;
        }

        var database = new LocalDatabase(
            DuckDbConnection.Open(new DuckDbOptions()), [.. files.Select(file => Path.GetFileNameWithoutExtension(file))]);
        foreach (var (file, name) in files.Zip(database.Names))
        {
            await database.Connection.ExecuteAsync($"ATTACH {Sql.Literal(file)} AS {Sql.Identifier(name)} (READ_ONLY)", cancellationToken);
        }

        await database.Connection.ExecuteAsync($"USE {Sql.Identifier(database.Names[0])}", cancellationToken);
        return database;
    }

    /// <summary>The tables of a database with their rows, in ordinal order.</summary>
    public async Task<IReadOnlyList<(string Table, long Rows)>> TablesAsync(string name, CancellationToken cancellationToken)
    {
        var views = await Connection.QueryAsync(
            $"SELECT view_name FROM duckdb_views() WHERE database_name = {Sql.Literal(name)} AND NOT internal ORDER BY view_name", cancellationToken);
        var tables = new List<(string, long)>();
        foreach (var view in views.Rows.Select(row => row[0]!))
        {
            var rows = await Connection.ScalarAsync(
                $"SELECT count(*) FROM {Sql.Identifier(name)}.{Sql.Identifier(view)}", cancellationToken);
            tables.Add((view, rows));
        }

        return tables;
    }

    public void Dispose() => Connection.Dispose();
}
