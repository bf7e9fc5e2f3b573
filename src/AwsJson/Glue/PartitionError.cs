namespace Slipstream.AwsJson.Glue;

/// <summary>A partition of a batch that failed.</summary>
public sealed record PartitionError
{
    /// <summary>Which.</summary>
    public IReadOnlyList<string>? PartitionValues { get; init; }

    /// <summary>Why.</summary>
    public ErrorDetail? ErrorDetail { get; init; }
}
