using Amazon.Runtime;
using Slipstream.AwsJson.Protocol;

namespace Slipstream.AwsJson.Glue;

/// <summary>
/// The operations of the Glue Data Catalog and Glue jobs that Slipstream uses, named and shaped as in AWSSDK.Glue, which can take its place. Every call may
/// throw an <see cref="AwsException"/>, after the retries that the SDK makes.
/// </summary>
public sealed class AmazonGlueClient : IDisposable
{
    private readonly JsonClient _client;

    internal AmazonGlueClient(Action<ClientConfig> adjust) => _client = JsonClient.Create(JsonService.Glue, adjust);

    /// <summary>A client of the account, region and endpoint that the environment names; nothing is asked yet.</summary>
    /// <exception cref="AwsException">The environment names no region.</exception>
    public static AmazonGlueClient Create() => new(_ => { });

    /// <summary>Reads a database.</summary>
    public Task<GetDatabaseResponse> GetDatabaseAsync(GetDatabaseRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("GetDatabase", request, GlueJson.Default.GetDatabaseRequest, GlueJson.Default.GetDatabaseResponse, cancellationToken);

    /// <summary>Creates a database.</summary>
    public Task<CreateDatabaseResponse> CreateDatabaseAsync(CreateDatabaseRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("CreateDatabase", request, GlueJson.Default.CreateDatabaseRequest, GlueJson.Default.CreateDatabaseResponse, cancellationToken);

    /// <summary>Replaces what is known of a database.</summary>
    public Task<UpdateDatabaseResponse> UpdateDatabaseAsync(UpdateDatabaseRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("UpdateDatabase", request, GlueJson.Default.UpdateDatabaseRequest, GlueJson.Default.UpdateDatabaseResponse, cancellationToken);

    /// <summary>Reads a table.</summary>
    public Task<GetTableResponse> GetTableAsync(GetTableRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("GetTable", request, GlueJson.Default.GetTableRequest, GlueJson.Default.GetTableResponse, cancellationToken);

    /// <summary>Reads a page of tables; <see cref="ListTablesAsync"/> reads all.</summary>
    public Task<GetTablesResponse> GetTablesAsync(GetTablesRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("GetTables", request, GlueJson.Default.GetTablesRequest, GlueJson.Default.GetTablesResponse, cancellationToken);

    /// <summary>Creates a table.</summary>
    public Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("CreateTable", request, GlueJson.Default.CreateTableRequest, GlueJson.Default.CreateTableResponse, cancellationToken);

    /// <summary>Replaces the definition of a table.</summary>
    public Task<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("UpdateTable", request, GlueJson.Default.UpdateTableRequest, GlueJson.Default.UpdateTableResponse, cancellationToken);

    /// <summary>Removes a table.</summary>
    public Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("DeleteTable", request, GlueJson.Default.DeleteTableRequest, GlueJson.Default.DeleteTableResponse, cancellationToken);

    /// <summary>Reads a page of partitions; <see cref="ListPartitionsAsync"/> reads all.</summary>
    public Task<GetPartitionsResponse> GetPartitionsAsync(GetPartitionsRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("GetPartitions", request, GlueJson.Default.GetPartitionsRequest, GlueJson.Default.GetPartitionsResponse, cancellationToken);

    /// <summary>Creates partitions; reports those that it could not create.</summary>
    public Task<BatchCreatePartitionResponse> BatchCreatePartitionAsync(BatchCreatePartitionRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("BatchCreatePartition", request, GlueJson.Default.BatchCreatePartitionRequest, GlueJson.Default.BatchCreatePartitionResponse, cancellationToken);

    /// <summary>Removes partitions; reports those that it could not remove.</summary>
    public Task<BatchDeletePartitionResponse> BatchDeletePartitionAsync(BatchDeletePartitionRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("BatchDeletePartition", request, GlueJson.Default.BatchDeletePartitionRequest, GlueJson.Default.BatchDeletePartitionResponse, cancellationToken);

    /// <summary>Replaces a partition.</summary>
    public Task<UpdatePartitionResponse> UpdatePartitionAsync(UpdatePartitionRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("UpdatePartition", request, GlueJson.Default.UpdatePartitionRequest, GlueJson.Default.UpdatePartitionResponse, cancellationToken);

    /// <summary>Starts a run of a job. A retry may start it twice: the API has no token for it.</summary>
    public Task<StartJobRunResponse> StartJobRunAsync(StartJobRunRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("StartJobRun", request, GlueJson.Default.StartJobRunRequest, GlueJson.Default.StartJobRunResponse, cancellationToken);

    /// <summary>Reads a run.</summary>
    public Task<GetJobRunResponse> GetJobRunAsync(GetJobRunRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("GetJobRun", request, GlueJson.Default.GetJobRunRequest, GlueJson.Default.GetJobRunResponse, cancellationToken);

    /// <summary>Stops runs; reports those that it could not stop.</summary>
    public Task<BatchStopJobRunResponse> BatchStopJobRunAsync(BatchStopJobRunRequest request, CancellationToken cancellationToken) =>
        _client.CallAsync("BatchStopJobRun", request, GlueJson.Default.BatchStopJobRunRequest, GlueJson.Default.BatchStopJobRunResponse, cancellationToken);

    /// <summary>Reads all tables of a database, page by page as they are asked for.</summary>
    public IAsyncEnumerable<Table> ListTablesAsync(GetTablesRequest request, CancellationToken cancellationToken) => Pages.ReadAsync(
        (token, cancel) => GetTablesAsync(request with { NextToken = token }, cancel), page => page.TableList, page => page.NextToken, cancellationToken);

    /// <summary>Reads all partitions of a table, page by page as they are asked for.</summary>
    public IAsyncEnumerable<Partition> ListPartitionsAsync(GetPartitionsRequest request, CancellationToken cancellationToken) => Pages.ReadAsync(
        (token, cancel) => GetPartitionsAsync(request with { NextToken = token }, cancel), page => page.Partitions, page => page.NextToken, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();
}
