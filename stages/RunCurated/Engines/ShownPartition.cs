using Slipstream.Catalog.Commits;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Local files that together are a partition.</summary>
internal sealed record ShownPartition(IReadOnlyList<PartitionValue> Values, IReadOnlyList<string> Files);
