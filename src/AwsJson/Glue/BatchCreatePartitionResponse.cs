namespace Slipstream.AwsJson.Glue;

/// <summary>Which were not created; the others were.</summary>
public sealed record BatchCreatePartitionResponse
{
    /// <summary>None, or null, if all were.</summary>
    public IReadOnlyList<PartitionError>? Errors { get; init; }
}
