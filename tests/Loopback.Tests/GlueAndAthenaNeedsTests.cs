using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;

namespace Slipstream.Loopback.Tests;

/// <summary>What IAM is asked for each request of our own clients.</summary>
public sealed class GlueAndAthenaNeedsTests : IAsyncDisposable
{
    private readonly SomeRole _role = new(SomeRole.Everything);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Text => string.Concat(_role.Calls.Select(call => Needs.Text(call)));

    public ValueTask DisposeAsync() => _role.DisposeAsync();

    [Fact]
    public async Task Every_ancestor_of_what_Glue_is_asked_for()
    {
        _role.Aws.Jobs.Add("a-job", "SUCCEEDED");
        using var glue = _role.Aws.OpenGlue(credentials: _role.Credentials);
        await MakeTableAsync(glue);
        await glue.GetDatabaseAsync(new() { Name = "db" }, Cancel);
        await glue.UpdateDatabaseAsync(new() { Name = "db", DatabaseInput = new() { Name = "db" } }, Cancel);
        await glue.GetTableAsync(new() { DatabaseName = "db", Name = "days" }, Cancel);
        await glue.GetTablesAsync(new() { DatabaseName = "db" }, Cancel);
        await glue.UpdateTableAsync(new() { DatabaseName = "db", TableInput = Table }, Cancel);
        await glue.BatchCreatePartitionAsync(new() { DatabaseName = "db", TableName = "days", PartitionInputList = [Partition] }, Cancel);
        await glue.GetPartitionsAsync(new() { DatabaseName = "db", TableName = "days" }, Cancel);
        await glue.UpdatePartitionAsync(new() { DatabaseName = "db", TableName = "days", PartitionValueList = ["1"], PartitionInput = Partition }, Cancel);
        await glue.BatchDeletePartitionAsync(new() { DatabaseName = "db", TableName = "days", PartitionsToDelete = [new() { Values = ["1"] }] }, Cancel);
        await glue.DeleteTableAsync(new() { DatabaseName = "db", Name = "days" }, Cancel);
        var run = await glue.StartJobRunAsync(new() { JobName = "a-job" }, Cancel);
        await glue.GetJobRunAsync(new() { JobName = "a-job", RunId = run.JobRunId! }, Cancel);
        await glue.BatchStopJobRunAsync(new() { JobName = "a-job", JobRunIds = [run.JobRunId!] }, Cancel);

        Golden.Verify("glue.txt", Text);
    }

    [Fact]
    public async Task What_Athena_does_with_the_callers_rights()
    {
        using var glue = _role.Aws.OpenGlue(credentials: _role.Credentials);
        await MakeTableAsync(glue);
        _role.Aws.Record.Clear();
        using var athena = _role.Aws.OpenAthena(credentials: _role.Credentials);
        var id = await StartAsync(athena, "ALTER TABLE `db`.`days` ADD IF NOT EXISTS PARTITION (day = '1') LOCATION 's3://curated/days/day=1/v-1/'", "t1");
        await athena.GetQueryExecutionAsync(new() { QueryExecutionId = id }, Cancel);
        await athena.GetQueryResultsAsync(new() { QueryExecutionId = id }, Cancel);
        await athena.StopQueryExecutionAsync(new() { QueryExecutionId = id }, Cancel);
        await StartAsync(athena, "MSCK REPAIR TABLE days", "t2");

        Golden.Verify("athena.txt", Text);
    }

    [Fact]
    public async Task A_statement_that_nobody_has_thought_about_is_a_breach_and_not_a_guess()
    {
        using var athena = _role.Aws.OpenAthena(retries: 0, _role.Credentials);

        await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(athena, "SELECT 1", "t3"));

        Assert.Equal("Nobody has said what Athena needs for 'SELECT 1'.", Assert.Single(_role.Aws.Breaches));
    }

    private static PartitionInput Partition => new() { Values = ["1"] };

    private static TableInput Table => new()
    {
        Name = "days",
        PartitionKeys = [new() { Name = "day", Type = "string" }],
        StorageDescriptor = new() { Location = "s3://curated/days/" },
    };

    private static async Task MakeTableAsync(AmazonGlueClient glue)
    {
        await glue.CreateDatabaseAsync(new() { DatabaseInput = new() { Name = "db" } }, Cancel);
        await glue.CreateTableAsync(new() { DatabaseName = "db", TableInput = Table }, Cancel);
    }

    private static async Task<string> StartAsync(AmazonAthenaClient athena, string statement, string token) => (await athena.StartQueryExecutionAsync(
        new()
        {
            QueryString = statement,
            ClientRequestToken = $"{token}-{new string('0', 40)}",
            WorkGroup = "a-group",
            QueryExecutionContext = new() { Database = "db" },
            ResultConfiguration = new() { OutputLocation = "s3://results/here/" },
        },
        Cancel)).QueryExecutionId!;
}
