namespace Slipstream.AwsJson.Glue;

/// <summary>A partition as it is.</summary>
public sealed record Partition
{
    /// <summary>The values of the partition keys, in their order.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>How and where its files lie.</summary>
    public StorageDescriptor? StorageDescriptor { get; init; }

    /// <summary>Ours, and what engines note.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
}
