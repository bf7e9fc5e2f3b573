namespace Slipstream.AwsJson.Glue;

/// <summary>Asks for a database.</summary>
public sealed record GetDatabaseRequest
{
    /// <summary>The database.</summary>
    public required string Name { get; init; }
}
