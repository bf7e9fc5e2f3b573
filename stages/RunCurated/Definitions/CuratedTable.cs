using Slipstream.Metadata;

namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>A curated table: what it must be and what makes it.</summary>
internal sealed record CuratedTable(TableMetadata Metadata, Transform Transform)
{
    public string Name => Metadata.Name;

    public IncrementalMode Incremental => Transform.Header.Incremental;

    public bool IsSnapshot => Metadata.Partitions.Contains(AppendedColumns.SnapshotDate);
}
