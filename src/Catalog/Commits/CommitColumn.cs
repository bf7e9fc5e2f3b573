namespace Slipstream.Catalog.Commits;

/// <summary>A column as a file has it.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type as DuckDB reads it.</param>
public sealed record CommitColumn(string Name, string Type);
