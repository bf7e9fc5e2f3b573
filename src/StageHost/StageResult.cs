using System.Text.Json.Nodes;
using Slipstream.Contracts;

namespace Slipstream.StageHost;

/// <summary>What a stage has to say when it ends.</summary>
/// <param name="ExitCode">Done, or data failed.</param>
/// <param name="Summary">One sentence for a person.</param>
public sealed record StageResult(ExitCode ExitCode, string Summary)
{
    /// <summary>Rows read, where that can be said.</summary>
    public long? RowsIn { get; init; }

    /// <summary>Rows written, where that can be said.</summary>
    public long? RowsOut { get; init; }

    /// <summary>The stage's own facts for the next task and for lineage: locations, hashes, versions. Keys in snake case.</summary>
    public JsonObject Facts { get; init; } = [];
}
