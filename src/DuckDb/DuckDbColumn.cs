namespace Slipstream.DuckDb;

/// <summary>A column of a result.</summary>
/// <param name="Name">As the query names it.</param>
/// <param name="Type">DuckDB's name of its type, such as <c>DECIMAL(10,2)</c>.</param>
public sealed record DuckDbColumn(string Name, string Type);
