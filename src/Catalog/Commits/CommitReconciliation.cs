namespace Slipstream.Catalog.Commits;

/// <summary>An equation between rows that the SQL of a table declares, and that held.</summary>
/// <param name="Table">The table whose SQL declares it.</param>
/// <param name="Raw">The rows of each raw table on its left side.</param>
/// <param name="Curated">The rows of each curated table on its right side.</param>
public sealed record CommitReconciliation(
    string Table, IReadOnlyDictionary<string, long> Raw, IReadOnlyDictionary<string, long> Curated);
