namespace Slipstream.AwsJson.Glue;

/// <summary>Which were not removed; the others were.</summary>
public sealed record BatchDeletePartitionResponse
{
    /// <summary>None, or null, if all were.</summary>
    public IReadOnlyList<PartitionError>? Errors { get; init; }
}
