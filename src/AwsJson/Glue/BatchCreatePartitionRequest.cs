namespace Slipstream.AwsJson.Glue;

/// <summary>Creates up to 100 partitions.</summary>
public sealed record BatchCreatePartitionRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>As they are to be.</summary>
    public required IReadOnlyList<PartitionInput> PartitionInputList { get; init; }
}
