namespace Slipstream.DuckDb.Functions;

/// <summary>
/// Rows that DuckDB reads from us, as <c>FROM "name"()</c>. They come from one thread in the order of the source, so that what is written
/// of them is the same each time; any number of scans may read at the same time.
/// </summary>
/// <param name="Name">Its name in SQL.</param>
/// <param name="Columns">Its columns with DuckDB's names of their types.</param>
/// <param name="Open">
/// Starts a reading of some of the columns. The token is that of the statement; what the scan throws is what the statement throws.
/// </param>
public sealed record DuckDbTableFunction(
    string Name, IReadOnlyList<DuckDbColumn> Columns, Func<DuckDbProjection, CancellationToken, IDuckDbScan> Open);
