using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Errors;
using Slipstream.AwsJson.Glue;
using Slipstream.Testing.Aws;

namespace Slipstream.AwsJson.Tests;

public sealed class PagingTests : IAsyncDisposable
{
    private const string Database = "example_db";

    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly AmazonGlueClient _glue;

    public PagingTests() => _glue = _aws.OpenGlue();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 4)]
    public async Task All_tables_come_page_by_page_and_an_empty_page_need_not_be_the_last(bool hasEmptyLastPage, int calls)
    {
        await MakeTablesAsync("a", "b", "c", "d", "e", "f");
        (_aws.Glue.PageSize, _aws.Glue.HasEmptyLastPage) = (2, hasEmptyLastPage);

        var tables = await _glue.ListTablesAsync(new GetTablesRequest { DatabaseName = Database }, Cancel).Select(table => table.Name).ToListAsync(Cancel);

        Assert.Equal(["a", "b", "c", "d", "e", "f"], tables);
        Assert.Equal(calls, _aws.Calls.Count(call => call.Operation == "GetTables"));
    }

    [Fact]
    public async Task Nobody_asks_for_a_page_before_it_is_needed()
    {
        await MakeTablesAsync("a", "b", "c");
        _aws.Glue.PageSize = 1;

        Assert.Equal("a", (await _glue.ListTablesAsync(new GetTablesRequest { DatabaseName = Database }, Cancel).FirstAsync(Cancel)).Name);

        Assert.Single(_aws.Calls, call => call.Operation == "GetTables");
    }

    [Fact]
    public async Task A_page_that_is_throttled_is_asked_for_again()
    {
        await MakeTablesAsync("a", "b", "c");
        _aws.Glue.PageSize = 1;
        var refusals = 0;
        _aws.Before = call => (string?)call.Body["NextToken"] == "1" && refusals++ == 0 ? throw AwsRefusalException.Throttled() : null;

        Assert.Equal(3, await _glue.ListTablesAsync(new GetTablesRequest { DatabaseName = Database }, Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task Partitions_come_with_or_without_their_columns()
    {
        await MakeTablesAsync("a");
        var partition = new PartitionInput
        {
            Values = ["2019-03-07"],
            StorageDescriptor = new StorageDescriptor { Location = "s3://b/a/", Columns = [new Column { Name = "n", Type = "int" }] },
        };
        await _glue.BatchCreatePartitionAsync(new BatchCreatePartitionRequest { DatabaseName = Database, TableName = "a", PartitionInputList = [partition] }, Cancel);

        Assert.Equal("n", Assert.Single((await ReadAsync(false)).StorageDescriptor!.Columns!).Name);
        Assert.Null((await ReadAsync(true)).StorageDescriptor!.Columns);

        async Task<Partition> ReadAsync(bool without) => await _glue.ListPartitionsAsync(
            new GetPartitionsRequest { DatabaseName = Database, TableName = "a", ExcludeColumnSchema = without }, Cancel).SingleAsync(Cancel);
    }

    [Fact]
    public async Task A_batch_above_the_limit_is_refused_and_kept_as_a_breach()
    {
        await MakeTablesAsync("a");
        var inputs = Enumerable.Range(0, 101).Select(i => new PartitionInput { Values = [$"{i}"] }).ToList();

        await Assert.ThrowsAsync<InvalidInputException>(() => _glue.BatchCreatePartitionAsync(
            new BatchCreatePartitionRequest { DatabaseName = Database, TableName = "a", PartitionInputList = inputs }, Cancel));

        Assert.Contains("PartitionInputList has at most 100", Assert.Single(_aws.Breaches), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_that_names_an_old_version_is_refused()
    {
        await MakeTablesAsync("a");
        var seen = (await _glue.GetTableAsync(new GetTableRequest { DatabaseName = Database, Name = "a" }, Cancel)).Table!;
        var update = new UpdateTableRequest { DatabaseName = Database, TableInput = new TableInput { Name = "a" }, VersionId = seen.VersionId };
        await _glue.UpdateTableAsync(update, Cancel);

        await Assert.ThrowsAsync<ConcurrentModificationException>(() => _glue.UpdateTableAsync(update, Cancel));
    }

    [Fact]
    public async Task A_job_runs_to_its_end_and_runs_that_are_unknown_are_reported()
    {
        _aws.Jobs.Add("job", "STARTING", "RUNNING", "SUCCEEDED");
        var run = (await _glue.StartJobRunAsync(new StartJobRunRequest { JobName = "job", Arguments = new Dictionary<string, string> { ["--day"] = "1" } }, Cancel)).JobRunId!;
        var states = new List<string?>();
        while (!JobRunStates.IsFinal(states.LastOrDefault()))
        {
            states.Add((await _glue.GetJobRunAsync(new GetJobRunRequest { JobName = "job", RunId = run }, Cancel)).JobRun?.JobRunState);
        }

        Assert.Equal(["STARTING", "RUNNING", "SUCCEEDED"], states);
        var stopped = await _glue.BatchStopJobRunAsync(new BatchStopJobRunRequest { JobName = "job", JobRunIds = [run, "jr_none"] }, Cancel);
        Assert.Equal("jr_none", Assert.Single(stopped.Errors!).JobRunId);
    }

    [Fact]
    public async Task A_query_starts_once_for_a_token_and_its_rows_come_page_by_page()
    {
        (_aws.Athena.Rows, _aws.Athena.PageSize) = ([["n"], ["1"], [null]], 2);
        using var athena = _aws.OpenAthena();
        var start = new StartQueryExecutionRequest { QueryString = "SELECT n FROM t", ClientRequestToken = new string('t', 32), WorkGroup = "primary" };
        var query = (await athena.StartQueryExecutionAsync(start, Cancel)).QueryExecutionId!;
        Assert.Equal(query, (await athena.StartQueryExecutionAsync(start, Cancel)).QueryExecutionId);

        var states = new List<string?>();
        while (!QueryExecutionStates.IsFinal(states.LastOrDefault()))
        {
            states.Add((await athena.GetQueryExecutionAsync(new GetQueryExecutionRequest { QueryExecutionId = query }, Cancel)).QueryExecution?.Status?.State);
        }

        Assert.Equal(["RUNNING", "SUCCEEDED"], states);
        var rows = await athena.ListRowsAsync(new GetQueryResultsRequest { QueryExecutionId = query }, Cancel).Select(row => row.Data?.Single().VarCharValue).ToListAsync(Cancel);
        Assert.Equal(["n", "1", null], rows);
        await athena.StopQueryExecutionAsync(new StopQueryExecutionRequest { QueryExecutionId = query }, Cancel);
        Assert.Empty(_aws.Breaches);
    }

    public async ValueTask DisposeAsync()
    {
        _glue.Dispose();
        await _aws.DisposeAsync();
    }

    private async Task MakeTablesAsync(params string[] names)
    {
        await _glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = Database } }, Cancel);
        foreach (var name in names)
        {
            await _glue.CreateTableAsync(
                new CreateTableRequest { DatabaseName = Database, TableInput = new TableInput { Name = name, PartitionKeys = [new Column { Name = "p", Type = "string" }] } }, Cancel);
        }
    }
}
