namespace Slipstream.DuckDb;

/// <summary>A small result, in memory, with every value as DuckDB prints it.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows; null stands for SQL's NULL.</param>
public sealed record DuckDbTable(IReadOnlyList<DuckDbColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows);
