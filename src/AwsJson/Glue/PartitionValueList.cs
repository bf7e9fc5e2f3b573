namespace Slipstream.AwsJson.Glue;

/// <summary>A partition by its values.</summary>
public sealed record PartitionValueList
{
    /// <summary>In the order of the partition keys.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}
