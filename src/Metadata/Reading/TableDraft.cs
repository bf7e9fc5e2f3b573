using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>What was read of a table's file, as far as it could be: the table only where nothing is wrong.</summary>
internal sealed record TableDraft(string Name, LocatedJson? Location, TableMetadata? Table, FileProblems Problems);
