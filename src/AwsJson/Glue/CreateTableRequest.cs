namespace Slipstream.AwsJson.Glue;

/// <summary>Creates a table.</summary>
public sealed record CreateTableRequest
{
    /// <summary>The database.</summary>
    public required string DatabaseName { get; init; }

    /// <summary>As it is to be.</summary>
    public required TableInput TableInput { get; init; }
}
