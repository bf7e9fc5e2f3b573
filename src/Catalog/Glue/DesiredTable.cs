using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue;

/// <summary>A table as it should be.</summary>
/// <param name="File">The metadata file: for messages.</param>
/// <param name="Input">The table, its owner noted.</param>
/// <param name="Partitions">Its partitions by their names.</param>
/// <param name="Shows">The data that it will show.</param>
internal sealed record DesiredTable(string File, TableInput Input, IReadOnlyDictionary<string, PartitionInput> Partitions, TableVersion Shows);
