namespace Slipstream.AwsJson.Athena;

/// <summary>A query under way, or done.</summary>
public sealed record QueryExecution
{
    /// <summary>The query.</summary>
    public string? QueryExecutionId { get; init; }

    /// <summary>DDL, DML or UTILITY.</summary>
    public string? StatementType { get; init; }

    /// <summary>How it is doing.</summary>
    public QueryExecutionStatus? Status { get; init; }

    /// <summary>What it has cost.</summary>
    public QueryExecutionStatistics? Statistics { get; init; }

    /// <summary>Who pays.</summary>
    public string? WorkGroup { get; init; }
}
