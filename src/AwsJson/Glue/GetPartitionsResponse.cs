namespace Slipstream.AwsJson.Glue;

/// <summary>A page of partitions.</summary>
public sealed record GetPartitionsResponse
{
    /// <summary>The partitions.</summary>
    public IReadOnlyList<Partition>? Partitions { get; init; }

    /// <summary>Asks for the next page; null after the last.</summary>
    public string? NextToken { get; init; }
}
