using System.Text.Json.Nodes;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>Four stages as pods start them, with a web identity, over servers that nobody here wrote: moto's S3, Glue and STS.</summary>
[Trait("lane", "slow")]
public sealed class PipelineOverMotoTests : IAsyncLifetime
{
    private readonly MotoFixture _moto = new();
    private readonly PostcodesPipeline _pipeline = new("example-moto");

    public ValueTask InitializeAsync() => _moto.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _pipeline.DisposeAsync();
        await _moto.DisposeAsync();
    }

    [Fact]
    public async Task Rows_go_from_the_source_to_Glue_and_the_aws_cli_reads_back_what_is_there()
    {
        await PrepareAsync();

        var first = await RunAllAsync();
        Assert.Contains("COMMITTED number 1", first[2].Out, StringComparison.Ordinal);
        Assert.Contains("CALLER: arn:aws:sts::123456789012:assumed-role/example-role/", first[0].Out, StringComparison.Ordinal);
        Assert.Contains("already: unchanged", (await RunAllAsync())[3].Out, StringComparison.Ordinal);
        Assert.Equal(PostcodesPipeline.Rows, _pipeline.Asked);

        _pipeline.GoOn();
        await RunAllAsync();

        await AssertCatalogueAsync();
    }

    private async Task AssertCatalogueAsync()
    {
        var database = await AskAsync("get-database", "--name", PostcodesPipeline.Database);
        Assert.Equal("Postcodes.", (string?)database["Database"]!["Description"]);

        var tables = await AskAsync("get-tables", "--database-name", PostcodesPipeline.Database);
        Assert.Equal(
            [PostcodesPipeline.Counted, PostcodesPipeline.Table],
            tables["TableList"]!.AsArray().Select(table => (string)table!["Name"]!).Order(StringComparer.Ordinal));

        var table = (await AskAsync("get-table", "--database-name", PostcodesPipeline.Database, "--name", PostcodesPipeline.Table))["Table"]!;
        Assert.Equal("EXTERNAL_TABLE", (string?)table["TableType"]);
        Assert.Equal(["postcode", "quality", "codes_ccg", "index", "dea_version"], table["StorageDescriptor"]!["Columns"]!.AsArray().Select(column => (string)column!["Name"]!));
        var shown = Assert.Single(await KeysBelowAsync((string)table["StorageDescriptor"]!["Location"]!));
        Assert.StartsWith($"postcodes/{PostcodesPipeline.Table}/v-{_pipeline.Run}-", shown, StringComparison.Ordinal);

        var partitions = await AskAsync("get-partitions", "--database-name", PostcodesPipeline.Database, "--table-name", PostcodesPipeline.Counted);
        Assert.Equal(
            ["2019-11-12", "2019-11-13"],
            partitions["Partitions"]!.AsArray().Select(partition => (string)partition!["Values"]![0]!).Order(StringComparer.Ordinal));
        foreach (var partition in partitions["Partitions"]!.AsArray())
        {
            Assert.Single(await KeysBelowAsync((string)partition!["StorageDescriptor"]!["Location"]!));
        }
    }

    private async Task<IEnumerable<string>> KeysBelowAsync(string location)
    {
        var objects = await _moto.ObjectsAsync(_pipeline.Curated.Bucket);
        return objects.Keys.Where(key => key.StartsWith(new Uri(location).AbsolutePath[1..], StringComparison.Ordinal));
    }

    private async Task PrepareAsync()
    {
        _moto.SkipIfAbsent();
        foreach (var bucket in _pipeline.Buckets)
        {
            await _moto.CreateBucketAsync(bucket, TestContext.Current.CancellationToken);
        }
    }

    private async Task<IReadOnlyList<ProgramResult>> RunAllAsync()
    {
        var runs = await _pipeline.RunAllAsync(new Dictionary<string, string>
        {
            ["AWS_ENDPOINT_URL"] = _moto.Address.ToString(),
            ["AWS_REGION"] = MotoFixture.Region,
            ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/example-role",
            ["AWS_WEB_IDENTITY_TOKEN_FILE"] = _pipeline.WriteToken("the.pods.token"),
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        });
        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Out + run.Error));
        return runs;
    }

    private Task<JsonNode> AskAsync(params string[] arguments) => _moto.AskGlueAsync(arguments);
}
