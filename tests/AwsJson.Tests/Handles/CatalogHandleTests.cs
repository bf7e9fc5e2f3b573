using Slipstream.AwsJson.Glue;
using Slipstream.AwsJson.Handles;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Testing.Aws;

namespace Slipstream.AwsJson.Tests.Handles;

/// <summary>What is not declared is refused before anything is sent.</summary>
public sealed class CatalogHandleTests : IAsyncDisposable
{
    private const string MetaData = "meta_data/curated";
    private const string Token = "a-token-of-at-least-thirty-two-characters";

    private static readonly CatalogTables Tables = new(MetaData, "show tables");
    private static readonly CatalogTables Removing = new(MetaData, "show tables", RemovesTables: true);
    private static readonly CatalogPartitions Partitions = new(MetaData, "show partitions");
    private static readonly CatalogPartitions Changing = new(MetaData, "show partitions", Creates: false);
    private static readonly AthenaQuery Adding = Query(AthenaStatement.AddPartition);

    private static readonly CatalogScope Scope = new("db", new HashSet<string> { "flat", "days" }, new HashSet<string> { "days" });

    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly List<StageClients> _clients = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void What_the_settings_do_not_declare_is_not_opened()
    {
        var clients = Clients(isReadOnly: false, Tables);

        var failure = Assert.Throws<InvalidOperationException>(() => clients.Open(Removing, Scope));
        Assert.Throws<InvalidOperationException>(() => clients.Open(Partitions, Scope));
        Assert.Throws<InvalidOperationException>(() => clients.Open(Adding, Scope));
        Assert.EndsWith("is used but not among the Capabilities of the settings. Add it there.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Databases_and_tables_that_the_metadata_do_not_have_are_refused()
    {
        var tables = Clients(isReadOnly: false, Removing).Open(Removing, Scope);
        var partitions = Clients(isReadOnly: false, Partitions).Open(Partitions, Scope);

        await RefusedAsync(() => tables.CreateDatabaseAsync(new DatabaseInput { Name = "other" }, Cancel));
        await RefusedAsync(() => tables.UpdateDatabaseAsync(new DatabaseInput { Name = "db_2" }, Cancel));
        await RefusedAsync(() => tables.CreateAsync(new TableInput { Name = "other" }, Cancel));
        await RefusedAsync(() => tables.UpdateAsync(new TableInput { Name = "flat_2" }, null, Cancel));
        await RefusedAsync(() => tables.RemoveAsync("flat", Cancel));
        await RefusedAsync(() => partitions.ListAsync("flat", hasColumns: false, Cancel).ToListAsync(Cancel).AsTask());
        await RefusedAsync(() => partitions.CreateAsync("flat", [], Cancel));
        await RefusedAsync(() => partitions.DeleteAsync("other", [], Cancel));
        await RefusedAsync(() => partitions.UpdateAsync("flat", new PartitionInput { Values = ["1"] }, Cancel));
        Assert.Empty(_aws.Calls);
    }

    [Fact]
    public async Task To_remove_tables_and_to_create_partitions_are_declared_apart()
    {
        await RefusedAsync(() => Clients(isReadOnly: false, Tables).Open(Tables, Scope).RemoveAsync("gone", Cancel));
        await RefusedAsync(() => Clients(isReadOnly: false, Changing).Open(Changing, Scope).CreateAsync("days", [], Cancel));
        Assert.Empty(_aws.Calls);
    }

    [Theory]
    [InlineData(AthenaStatement.AddPartition, "MSCK REPAIR TABLE `days`")]
    [InlineData(AthenaStatement.RepairTable, "ALTER TABLE `days` ADD PARTITION (day = '1')")]
    [InlineData(AthenaStatement.AddPartition, "DROP TABLE `days`")]
    public async Task Athena_runs_only_the_kind_of_statement_that_was_declared(AthenaStatement statement, string sql)
    {
        var capability = Query(statement);

        await RefusedAsync(() => Clients(isReadOnly: false, capability).Open(capability, Scope).StartAsync("days", sql, Token, Cancel));
        Assert.Empty(_aws.Calls);
    }

    [Fact]
    public async Task A_plan_reads_and_changes_nothing()
    {
        var clients = Clients(isReadOnly: true, Removing, Partitions, Adding);
        var (tables, partitions) = (clients.Open(Removing, Scope), clients.Open(Partitions, Scope));

        Assert.Null(await tables.FindDatabaseAsync(Cancel));
        await RefusedAsync(() => tables.CreateDatabaseAsync(new DatabaseInput { Name = "db" }, Cancel));
        await RefusedAsync(() => tables.CreateAsync(new TableInput { Name = "flat" }, Cancel));
        await RefusedAsync(() => tables.UpdateAsync(new TableInput { Name = "flat" }, null, Cancel));
        await RefusedAsync(() => tables.RemoveAsync("gone", Cancel));
        await RefusedAsync(() => partitions.CreateAsync("days", [], Cancel));
        await RefusedAsync(() => partitions.DeleteAsync("days", [], Cancel));
        await RefusedAsync(() => partitions.UpdateAsync("days", new PartitionInput { Values = ["1"] }, Cancel));
        await RefusedAsync(() => clients.Open(Adding, Scope).StartAsync("days", "ALTER TABLE `days` ADD", Token, Cancel));
        Assert.Equal("GetDatabase", Assert.Single(_aws.Calls).Operation);
    }

    [Fact]
    public async Task What_is_declared_is_sent()
    {
        var clients = Clients(isReadOnly: false, Removing, Partitions, Adding);
        var (tables, partitions) = (clients.Open(Removing, Scope), clients.Open(Partitions, Scope));

        await tables.CreateDatabaseAsync(new DatabaseInput { Name = "db" }, Cancel);
        await tables.CreateAsync(new TableInput { Name = "days", PartitionKeys = [new Column { Name = "day", Type = "string" }] }, Cancel);
        Assert.Empty(await partitions.CreateAsync("days", [new PartitionInput { Values = ["1"] }], Cancel));
        Assert.Equal("1", Assert.Single(Assert.Single(await partitions.ListAsync("days", hasColumns: false, Cancel).ToListAsync(Cancel)).Values));
        await tables.RemoveAsync("was_never_there", Cancel);
        Assert.NotEmpty(await clients.Open(Adding, Scope).StartAsync("days", "ALTER TABLE `days` ADD PARTITION (`day` = '2')", Token, Cancel));
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(clients => clients.Dispose());
        await _aws.DisposeAsync();
        Assert.Empty(_aws.Breaches);
    }

    private static AthenaQuery Query(AthenaStatement statement) =>
        new("group", statement, MetaData, S3Prefix.Parse("s3://example-curated/base/"), S3Prefix.Parse("s3://example-results/base/"), "add partitions");

    private static Task<InvalidOperationException> RefusedAsync(Func<Task> call) => Assert.ThrowsAsync<InvalidOperationException>(call);

    private StageClients Clients(bool isReadOnly, params Capability[] declared)
    {
        _clients.Add(new StageClients(declared, isReadOnly, () => _aws.OpenGlue(), () => _aws.OpenAthena()));
        return _clients[^1];
    }
}
