namespace Slipstream.AwsJson.Glue;

/// <summary>The table.</summary>
public sealed record GetTableResponse
{
    /// <summary>As it is.</summary>
    public Table? Table { get; init; }
}
