using Slipstream.AwsJson.Glue;

namespace Slipstream.Catalog.Glue;

/// <summary>A table as it is.</summary>
/// <param name="Table">The table.</param>
/// <param name="Known">Its partitions by their names, without their columns; null if they were not read.</param>
internal sealed record LiveTable(Table Table, IReadOnlyDictionary<string, Partition>? Known)
{
    private const string VersionMark = "/v-";

    // Names that Hadoop's readers have for S3.
    private static readonly string[] OtherSchemes = ["s3a://", "s3n://"];

    public IReadOnlyDictionary<string, Partition> Partitions => Known ?? new Dictionary<string, Partition>();

    /// <summary>Where readers look: the folders of its partitions, or its own if it has none or they are not known.</summary>
    public IEnumerable<string> Pointers =>
        (Known is null ? [Table.StorageDescriptor?.Location] : Known.Values.Select(partition => partition.StorageDescriptor?.Location))
            .OfType<string>().Where(location => location.Length > 0).Select(AsFolder);

    public string? Owner => GlueMark.OwnerOf(Table.Parameters);

    /// <summary>The data that it shows: the newest version among its folders. The rows are not known here.</summary>
    public TableVersion Shows => new(
        (Table.PartitionKeys is { Count: > 0 } ? Partitions.Values.Select(partition => partition.StorageDescriptor?.Location) : [Table.StorageDescriptor?.Location])
            .Select(VersionIn).Max(StringComparer.Ordinal),
        null);

    private static string AsFolder(string location)
    {
        var scheme = OtherSchemes.FirstOrDefault(scheme => location.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
        return $"{(scheme is null ? location : $"s3://{location[scheme.Length..]}").TrimEnd('/')}/";
    }

    private static string? VersionIn(string? location)
    {
        var folder = location?.TrimEnd('/') ?? "";
        var mark = folder.LastIndexOf(VersionMark, StringComparison.Ordinal);
        return mark < 0 || folder.IndexOf('/', mark + 1) >= 0 ? null : folder[(mark + VersionMark.Length)..];
    }
}
