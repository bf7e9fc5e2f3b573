namespace Slipstream.AwsJson.Glue;

/// <summary>Asks for a table.</summary>
public sealed record GetTableRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>The table.</summary>
    public required string Name { get; init; }
}
