using Slipstream.AwsJson.Athena;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.AwsJson.Handles;

/// <summary>The right to have Athena run one kind of statement over the partitioned tables that were declared, in one workgroup.</summary>
public sealed class QueryHandle
{
    private readonly AmazonAthenaClient _athena;
    private readonly AthenaQuery _capability;
    private readonly CatalogScope _scope;
    private readonly bool _isReadOnly;

    internal QueryHandle(AmazonAthenaClient athena, AthenaQuery capability, CatalogScope scope, bool isReadOnly) =>
        (_athena, _capability, _scope, _isReadOnly) = (athena, capability, scope, isReadOnly);

    /// <summary>What may be run.</summary>
    public AthenaStatement Statement => _capability.Statement;

    /// <summary>The workgroup.</summary>
    public string Workgroup => _capability.Workgroup;

    /// <summary>The database of the tables.</summary>
    public string Database => _scope.Database;

    private string FirstWords => Statement switch
    {
        AthenaStatement.AddPartition => "ALTER TABLE ",
        AthenaStatement.RepairTable => "MSCK REPAIR TABLE ",
        _ => throw new InvalidOperationException($"Unknown statement '{Statement}'."),
    };

    /// <summary>Starts a statement over a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="token">32 to 128 characters; the same token again starts nothing new.</param>
    /// <param name="cancellationToken">Stops the call, not the query.</param>
    /// <returns>The id of the query.</returns>
    public async Task<string> StartAsync(string table, string sql, string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sql);
        PlanGuard.RequireWritable(_isReadOnly, _scope.RequirePartitioned(table));
        var request = new StartQueryExecutionRequest
        {
            QueryString = sql.StartsWith(FirstWords, StringComparison.Ordinal) ? sql : throw new InvalidOperationException($"'{sql}' is not declared; '{FirstWords}…' is."),
            ClientRequestToken = token,
            QueryExecutionContext = new QueryExecutionContext { Database = Database },
            ResultConfiguration = _capability.Results is { } results ? new ResultConfiguration { OutputLocation = results.ToString() } : null,
            WorkGroup = Workgroup,
        };
        return (await _athena.StartQueryExecutionAsync(request, cancellationToken)).QueryExecutionId!;
    }

    /// <summary>How a query is doing.</summary>
    public async Task<QueryExecutionStatus?> StatusAsync(string query, CancellationToken cancellationToken) =>
        (await _athena.GetQueryExecutionAsync(new GetQueryExecutionRequest { QueryExecutionId = query }, cancellationToken)).QueryExecution?.Status;

    /// <summary>Stops a query.</summary>
    public Task StopAsync(string query, CancellationToken cancellationToken) =>
        _athena.StopQueryExecutionAsync(new StopQueryExecutionRequest { QueryExecutionId = query }, cancellationToken);
}
