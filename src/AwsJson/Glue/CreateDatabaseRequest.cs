namespace Slipstream.AwsJson.Glue;

/// <summary>Creates a database.</summary>
public sealed record CreateDatabaseRequest
{
    /// <summary>As it is to be.</summary>
    public required DatabaseInput DatabaseInput { get; init; }
}
