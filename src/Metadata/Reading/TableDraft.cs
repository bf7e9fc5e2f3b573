using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>What was read of a table's file, as far as it could be.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Folder">The table's folder; null if it could not be read.</param>
/// <param name="Place">Where the file names its folder, or the table where it does not.</param>
/// <param name="Table">The table, if nothing is wrong.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record TableDraft(string Name, string? Folder, LocatedJson? Place, TableMetadata? Table, FileProblems Problems);
