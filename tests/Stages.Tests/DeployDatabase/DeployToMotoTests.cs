using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.DeployDatabase;

/// <summary>The program, as a pod starts it, against servers that nobody here wrote: moto's S3, Glue and STS. The AWS CLI reads back what came of it.</summary>
[Trait("lane", "slow")]
public sealed class DeployToMotoTests : IAsyncLifetime, IDisposable
{
    private const string Region = "us-east-1";

    // A server of its own for each test: Glue cannot be emptied as a bucket can.
    private readonly MotoFixture _moto = new();
    private readonly CuratedFixture _fixture = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _moto.InitializeAsync();

    [Fact]
    public async Task The_program_deploys_with_a_web_identity_and_the_aws_cli_agrees()
    {
        _moto.SkipIfAbsent();
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        await UploadAsync();

        var plan = await RunAsync("--plan");
        Assert.Contains("The catalogue would change", plan, StringComparison.Ordinal);
        var first = await RunAsync();
        Assert.Contains("DONE: The catalogue shows commit 1", first, StringComparison.Ordinal);
        var second = await RunAsync();
        Assert.Contains("already: unchanged", second, StringComparison.Ordinal);

        await _fixture.CommitPeopleAsync(2, CuratedFixture.LaterVersion, 5);
        await UploadAsync();
        await RunAsync();

        var table = await AskAsync("get-table", "--database-name", "example_db", "--name", "people");
        Assert.Equal($"s3://example-curated/base/people/v-{CuratedFixture.LaterVersion}/", (string?)table["Table"]!["StorageDescriptor"]!["Location"]);
        Assert.Equal(["name string The person's name.", "age int In years."], table["Table"]!["StorageDescriptor"]!["Columns"]!.AsArray().Select(
            column => $"{column!["Name"]} {column["Type"]} {column["Comment"]}"));
        Assert.Equal("A database.", (string?)(await AskAsync("get-database", "--name", "example_db"))["Database"]!["Description"]);
    }

    [Fact]
    public async Task Partitions_come_move_and_go_and_the_aws_cli_agrees()
    {
        _moto.SkipIfAbsent();
        _fixture.WriteMetadata("people.json", """
            {
              "name": "people", "description": "People.", "data_format": "parquet", "location": "people", "partitions": ["day"],
              "columns": [{ "name": "name", "type": "character", "description": "The person's name." }, { "name": "day", "type": "date", "description": "The day." }]
            }
            """);
        await CommitDaysAsync(1, CuratedFixture.Version, "2019-11-11", "2019-11-12");
        await RunAsync();
        await CommitDaysAsync(2, CuratedFixture.LaterVersion, "2019-11-12", "2019-11-13");
        await RunAsync();

        var partitions = await AskAsync("get-partitions", "--database-name", "example_db", "--table-name", "people");

        Assert.Equal(
            [$"2019-11-12 s3://example-curated/base/people/day=2019-11-12/v-{CuratedFixture.LaterVersion}/", $"2019-11-13 s3://example-curated/base/people/day=2019-11-13/v-{CuratedFixture.LaterVersion}/"],
            partitions["Partitions"]!.AsArray().Select(partition => $"{partition!["Values"]![0]} {partition["StorageDescriptor"]!["Location"]}").Order(StringComparer.Ordinal));
        Assert.Contains("already: unchanged", await RunAsync(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _moto.DisposeAsync();

    public void Dispose() => _fixture.Dispose();

    private async Task CommitDaysAsync(long number, string version, params string[] days)
    {
        await _fixture.CommitAsync(number, version, [.. days.Select(day => ("people", new[] { new PartitionValue("day", day) }, "SELECT 'a' AS name"))]);
        await UploadAsync();
    }

    private async Task UploadAsync()
    {
        await _moto.CreateBucketAsync("example-curated", Cancel);
        using var client = new AmazonS3Client(
            new BasicAWSCredentials("any", "any"),
            new AmazonS3Config { ServiceURL = _moto.Address.ToString(), ForcePathStyle = true, AuthenticationRegion = Region });
        var bucket = _fixture.PathOf("buckets/example-curated");
        foreach (var file in Directory.EnumerateFiles(bucket, "*.json", SearchOption.AllDirectories))
        {
            var put = new PutObjectRequest { BucketName = "example-curated", Key = Path.GetRelativePath(bucket, file), FilePath = file };
            await client.PutObjectAsync(put, Cancel);
        }
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var settings = new DeployDatabaseSettings
        {
            CuratedPath = S3Prefix.Parse(_fixture.Environment["CURATED_PATH"]),
            CuratedMetaData = _fixture.Environment["CURATED_META_DATA"],
            Catalog = CatalogAddress.Glue,
            Host = new HostSettings { S3PathStyle = true },
        };
        var run = await StageProgram.RunAsync(
            settings,
            new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL"] = _moto.Address.ToString(),
                ["AWS_REGION"] = Region,
                ["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/postcodes-example-deploy-database",
                ["AWS_WEB_IDENTITY_TOKEN_FILE"] = _fixture.WriteFile("token"),
                ["AWS_ROLE_SESSION_NAME"] = "postcodes_example-deploy-database",
            },
            arguments);
        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        return run.Out;
    }

    private async Task<JsonNode> AskAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["glue", .. arguments, "--region", Region, "--endpoint-url", _moto.Address.ToString(), "--output", "json"]);
        start.Environment["AWS_ACCESS_KEY_ID"] = "any";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "any";
        var answer = await InstalledProgram.RunAsync(start, string.Empty, Cancel);
        Assert.SkipWhen(answer is null, "The AWS CLI is not installed: nobody but moto has seen the tables.");
        Assert.True(answer!.ExitCode == 0, answer.Error);
        return JsonNode.Parse(answer.Out)!;
    }
}
