namespace Slipstream.AwsJson.Glue;

/// <summary>A partition as it is to be.</summary>
public sealed record PartitionInput
{
    /// <summary>The values of the partition keys, in their order.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>How and where its files lie: a copy, which does not follow the table.</summary>
    public StorageDescriptor? StorageDescriptor { get; init; }

    /// <summary>Ours.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
}
