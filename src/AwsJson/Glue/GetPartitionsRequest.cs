namespace Slipstream.AwsJson.Glue;

/// <summary>Asks for a page of partitions.</summary>
public sealed record GetPartitionsRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>Where the page before ended; null for the first.</summary>
    public string? NextToken { get; init; }

    /// <summary>At most 1000.</summary>
    public int? MaxResults { get; init; }

    /// <summary>Whether to leave out the columns, which are most of the answer.</summary>
    public bool? ExcludeColumnSchema { get; init; }
}
