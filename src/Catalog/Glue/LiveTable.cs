using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue;

/// <summary>A table as it is.</summary>
/// <param name="Table">The table.</param>
/// <param name="Partitions">Its partitions by their names, without their columns; none of a table that is not ours.</param>
internal sealed record LiveTable(Table Table, IReadOnlyDictionary<string, Partition> Partitions)
{
    private const string VersionMark = "/v-";

    public string? Owner => GlueMark.OwnerOf(Table.Parameters);

    /// <summary>The data that it shows: the newest version among its folders. The rows are not known here.</summary>
    public TableVersion Shows => new(
        (Table.PartitionKeys is { Count: > 0 } ? Partitions.Values.Select(partition => partition.StorageDescriptor?.Location) : [Table.StorageDescriptor?.Location])
            .Select(VersionIn).Max(StringComparer.Ordinal),
        null);

    private static string? VersionIn(string? location)
    {
        var folder = location?.TrimEnd('/') ?? "";
        var mark = folder.LastIndexOf(VersionMark, StringComparison.Ordinal);
        return mark < 0 || folder.IndexOf('/', mark + 1) >= 0 ? null : folder[(mark + VersionMark.Length)..];
    }
}
