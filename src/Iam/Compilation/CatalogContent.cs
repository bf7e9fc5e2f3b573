namespace Slipstream.Iam.Compilation;

/// <summary>What a folder of metadata says of the catalogue.</summary>
/// <param name="Database">The database.</param>
/// <param name="Tables">All its tables.</param>
/// <param name="PartitionedTables">Those that have partitions.</param>
public sealed record CatalogContent(string Database, IReadOnlyList<string> Tables, IReadOnlyList<string> PartitionedTables);
