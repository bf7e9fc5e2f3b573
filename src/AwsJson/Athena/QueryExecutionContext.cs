namespace Slipstream.AwsJson.Athena;

/// <summary>What names in a query mean.</summary>
public sealed record QueryExecutionContext
{
    /// <summary>The database of names that have none.</summary>
    public string? Database { get; init; }

    /// <summary>AwsDataCatalog where it is not said.</summary>
    public string? Catalog { get; init; }
}
