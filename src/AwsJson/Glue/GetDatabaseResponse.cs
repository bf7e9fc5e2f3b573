namespace Slipstream.AwsJson.Glue;

/// <summary>The database.</summary>
public sealed record GetDatabaseResponse
{
    /// <summary>As it is.</summary>
    public Database? Database { get; init; }
}
