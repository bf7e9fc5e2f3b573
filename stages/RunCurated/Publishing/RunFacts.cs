using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Stages.RunCurated.Lineage;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>What a run says of itself in its commit.</summary>
internal sealed record RunFacts
{
    public required RunVersion Version { get; init; }

    public required LandTimestamp RunTimestamp { get; init; }

    public required SnapshotDate SnapshotDate { get; init; }

    public required IReadOnlyList<CommitInput> Inputs { get; init; }

    public required IReadOnlyList<CommitExtracts> Extracts { get; init; }

    public required IReadOnlyList<CommitReconciliation> Reconciliations { get; init; }
}
