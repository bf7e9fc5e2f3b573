namespace Slipstream.AwsJson.Glue;

/// <summary>A page of tables.</summary>
public sealed record GetTablesResponse
{
    /// <summary>The tables.</summary>
    public IReadOnlyList<Table>? TableList { get; init; }

    /// <summary>Asks for the next page; null after the last.</summary>
    public string? NextToken { get; init; }
}
