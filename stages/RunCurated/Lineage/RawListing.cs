using Slipstream.Metadata;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>What raw-hist holds of a table up to the run, in the order of time and key: the order in which rows are read.</summary>
internal sealed record RawListing(TableMetadata Table, IReadOnlyList<RawExtract> Extracts);
