namespace Slipstream.Catalog.Commits;

/// <summary>Between which values a key column of a file lies: files that cannot hold a key are not read to merge it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Minimum">The least value as DuckDB prints it.</param>
/// <param name="Maximum">The greatest.</param>
public sealed record CommitKeyRange(string Column, string Minimum, string Maximum);
