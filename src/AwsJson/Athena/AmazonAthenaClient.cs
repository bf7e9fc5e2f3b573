using Amazon.Runtime;
using Slipstream.AwsJson.Protocol;

namespace Slipstream.AwsJson.Athena;

/// <summary>
/// The operations of Athena that Slipstream uses, named and shaped as in AWSSDK.Athena, which can take its place. Every call may
/// throw an <see cref="AwsException"/>, after the retries that the SDK makes.
/// </summary>
public sealed class AmazonAthenaClient : IDisposable
{
    private readonly JsonClient _client;

    internal AmazonAthenaClient(Action<ClientConfig> adjust) => _client = JsonClient.Create(JsonService.Athena, adjust);

    /// <summary>A client of the account, region and endpoint that the environment names; nothing is asked yet.</summary>
    /// <exception cref="AwsException">The environment names no region.</exception>
    public static AmazonAthenaClient Create() => new(_ => { });

    /// <summary>Starts a query.</summary>
    public Task<StartQueryExecutionResponse> StartQueryExecutionAsync(StartQueryExecutionRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("StartQueryExecution", request, AthenaJson.Default.StartQueryExecutionRequest, AthenaJson.Default.StartQueryExecutionResponse, cancellationToken);

    /// <summary>Reads how a query is doing.</summary>
    public Task<GetQueryExecutionResponse> GetQueryExecutionAsync(GetQueryExecutionRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("GetQueryExecution", request, AthenaJson.Default.GetQueryExecutionRequest, AthenaJson.Default.GetQueryExecutionResponse, cancellationToken);

    /// <summary>Cancels a query.</summary>
    public Task<StopQueryExecutionResponse> StopQueryExecutionAsync(StopQueryExecutionRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("StopQueryExecution", request, AthenaJson.Default.StopQueryExecutionRequest, AthenaJson.Default.StopQueryExecutionResponse, cancellationToken);

    /// <summary>Reads a page of rows; <see cref="ListRowsAsync"/> reads all.</summary>
    public Task<GetQueryResultsResponse> GetQueryResultsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("GetQueryResults", request, AthenaJson.Default.GetQueryResultsRequest, AthenaJson.Default.GetQueryResultsResponse, cancellationToken);

    /// <summary>Reads all rows of a query, page by page as they are asked for.</summary>
    public IAsyncEnumerable<Row> ListRowsAsync(GetQueryResultsRequest request, CancellationToken cancellationToken) => Pages.ReadAsync(
        (token, cancel) => GetQueryResultsAsync(request with { NextToken = token }, cancel), page => page.ResultSet?.Rows, page => page.NextToken, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
