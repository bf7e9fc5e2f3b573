using Slipstream.Catalog.Commits;
using Slipstream.Metadata;

namespace Slipstream.Catalog;

/// <summary>What a catalogue should show of one database.</summary>
/// <param name="Database">The database.</param>
/// <param name="Tables">Its tables, all of them.</param>
/// <param name="Commit">Their files. A table that it does not know is shown empty.</param>
public sealed record CatalogState(DatabaseMetadata Database, IReadOnlyList<TableMetadata> Tables, Commit Commit);
