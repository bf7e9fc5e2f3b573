namespace Slipstream.AwsJson.Glue;

/// <summary>Removes up to 25 partitions.</summary>
public sealed record BatchDeletePartitionRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>Which.</summary>
    public required IReadOnlyList<PartitionValueList> PartitionsToDelete { get; init; }
}
