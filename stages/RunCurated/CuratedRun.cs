using Slipstream.Catalog.Commits;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Incremental;
using Slipstream.Stages.RunCurated.Lineage;

namespace Slipstream.Stages.RunCurated;

/// <summary>What a run makes tables of.</summary>
/// <param name="Definition">Metadata and SQL.</param>
/// <param name="Basis">The commit that it adds to; null if it makes everything anew.</param>
/// <param name="Inputs">The extracts that it reads.</param>
/// <param name="Lineage">What it and the runs before it have read, by raw table.</param>
/// <param name="Newest">The newest commit when it began; null before the first.</param>
internal sealed record CuratedRun(
    PipelineDefinition Definition, Basis? Basis, IReadOnlyList<RawInput> Inputs, IReadOnlyList<TableLineage> Lineage, Commit? Newest);
