namespace Slipstream.AwsJson.Glue;

/// <summary>Replaces a partition at once.</summary>
public sealed record UpdatePartitionRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>Which.</summary>
    public required IReadOnlyList<string> PartitionValueList { get; init; }

    /// <summary>As it is to be.</summary>
    public required PartitionInput PartitionInput { get; init; }
}
