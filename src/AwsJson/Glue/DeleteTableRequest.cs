namespace Slipstream.AwsJson.Glue;

/// <summary>Removes a table and its partitions from the catalogue; files stay.</summary>
public sealed record DeleteTableRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table.</summary>
    public required string Name { get; init; }
}
