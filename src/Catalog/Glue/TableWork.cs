using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue;

/// <summary>What is to be done with one table.</summary>
/// <param name="Change">The same for people.</param>
/// <param name="Write">What to create or to update it with; null to let it be.</param>
/// <param name="SeenVersion">The version that the update replaces; null where none is updated.</param>
/// <param name="Keys">Its partition columns.</param>
/// <param name="Partitions">What becomes of its partitions.</param>
internal sealed record TableWork(TableChange Change, TableInput? Write, string? SeenVersion, IReadOnlyList<Column> Keys, PartitionChanges Partitions);
