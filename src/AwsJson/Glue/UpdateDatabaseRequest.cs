namespace Slipstream.AwsJson.Glue;

/// <summary>Replaces what is known of a database; its tables stay.</summary>
public sealed record UpdateDatabaseRequest
{
    /// <summary>The database.</summary>
    public required string Name { get; init; }

    /// <summary>As it is to be.</summary>
    public required DatabaseInput DatabaseInput { get; init; }
}
