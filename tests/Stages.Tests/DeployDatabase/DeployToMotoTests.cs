using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests.DeployDatabase;

/// <summary>The program, as a pod starts it, against servers that nobody here wrote: moto's S3, Glue and STS. The AWS CLI reads back what came of it.</summary>
[Trait("lane", "slow")]
public sealed class DeployToMotoTests : IAsyncLifetime, IDisposable
{
    private const string Region = "us-east-1";

    private readonly CuratedFixture _fixture = new();
    private MotoProcess? _moto;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _moto = await MotoProcess.StartAsync();

    [Fact]
    public async Task The_program_deploys_with_a_web_identity_and_the_aws_cli_agrees()
    {
        Assert.SkipWhen(_moto!.Absence is not null, _moto.Absence ?? "");
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        await UploadAsync();

        var plan = await RunAsync("deploy-database", "--plan");
        Assert.Contains("The catalogue would change", plan, StringComparison.Ordinal);
        var first = await RunAsync("deploy-database");
        Assert.Contains("DONE: The catalogue shows commit 1", first, StringComparison.Ordinal);
        var second = await RunAsync("deploy-database");
        Assert.Contains("already: unchanged", second, StringComparison.Ordinal);

        await _fixture.CommitPeopleAsync(2, CuratedFixture.LaterVersion, 5);
        await UploadAsync();
        await RunAsync("deploy-database");

        var table = await AskAsync("get-table", "--database-name", "example_db", "--name", "people");
        Assert.Equal($"s3://example-curated/base/people/v-{CuratedFixture.LaterVersion}/", (string?)table["Table"]!["StorageDescriptor"]!["Location"]);
        Assert.Equal(["name string The person's name.", "age int In years."], table["Table"]!["StorageDescriptor"]!["Columns"]!.AsArray().Select(
            column => $"{column!["Name"]} {column["Type"]} {column["Comment"]}"));
        Assert.Equal("A database.", (string?)(await AskAsync("get-database", "--name", "example_db"))["Database"]!["Description"]);
    }

    [Fact]
    public async Task Partitions_come_move_and_go_and_the_aws_cli_agrees()
    {
        Assert.SkipWhen(_moto!.Absence is not null, _moto.Absence ?? "");
        _fixture.WriteMetadata("people.json", """
            {
              "name": "people", "description": "People.", "data_format": "parquet", "location": "people", "partitions": ["day"],
              "columns": [{ "name": "name", "type": "character", "description": "The person's name." }, { "name": "day", "type": "date", "description": "The day." }]
            }
            """);
        await CommitDaysAsync(1, CuratedFixture.Version, "2019-11-11", "2019-11-12");
        await RunAsync("deploy-database");
        await CommitDaysAsync(2, CuratedFixture.LaterVersion, "2019-11-12", "2019-11-13");
        await RunAsync("deploy-database");

        var partitions = await AskAsync("get-partitions", "--database-name", "example_db", "--table-name", "people");

        Assert.Equal(
            [$"2019-11-12 s3://example-curated/base/people/day=2019-11-12/v-{CuratedFixture.LaterVersion}/", $"2019-11-13 s3://example-curated/base/people/day=2019-11-13/v-{CuratedFixture.LaterVersion}/"],
            partitions["Partitions"]!.AsArray().Select(partition => $"{partition!["Values"]![0]} {partition["StorageDescriptor"]!["Location"]}").Order(StringComparer.Ordinal));
        Assert.Contains("already: unchanged", await RunAsync("deploy-database"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _moto!.DisposeAsync();

    public void Dispose() => _fixture.Dispose();

    private async Task CommitDaysAsync(long number, string version, params string[] days)
    {
        await _fixture.CommitAsync(number, version, [.. days.Select(day => ("people", new[] { new Slipstream.Catalog.Commits.PartitionValue("day", day) }, "SELECT 'a' AS name"))]);
        await UploadAsync();
    }

    private async Task UploadAsync()
    {
        using var client = new AmazonS3Client(new BasicAWSCredentials("any", "any"), new AmazonS3Config { ServiceURL = _moto!.Url.ToString(), ForcePathStyle = true, AuthenticationRegion = Region });
        var buckets = _fixture.PathOf("buckets");
        foreach (var file in Directory.EnumerateFiles(buckets, "*.json", SearchOption.AllDirectories))
        {
            var (bucket, key) = Path.GetRelativePath(buckets, file).Split('/', 2) is [var first, var rest] ? (first, rest) : throw new InvalidOperationException(file);
            await client.PutBucketAsync(bucket, Cancel);
            await client.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, FilePath = file }, Cancel);
        }
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var token = _fixture.WriteFile("token");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in _fixture.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove("OBJECT_STORE");
        start.Environment["CATALOG"] = "glue";
        start.Environment["S3_PATH_STYLE"] = "true";
        start.Environment["AWS_ENDPOINT_URL"] = _moto!.Url.ToString();
        start.Environment["AWS_REGION"] = Region;
        start.Environment["AWS_ROLE_ARN"] = "arn:aws:iam::123456789012:role/postcodes-example-deploy-database";
        start.Environment["AWS_WEB_IDENTITY_TOKEN_FILE"] = token;
        start.Environment["AWS_ROLE_SESSION_NAME"] = "postcodes_example-deploy-database";
        var (exitCode, output) = await FinishAsync(start);
        Assert.True(exitCode == 0, output);
        return output;
    }

    private async Task<JsonNode> AskAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("aws", ["glue", .. arguments, "--region", Region, "--endpoint-url", _moto!.Url.ToString(), "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AWS_ACCESS_KEY_ID"] = "any";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "any";
        var (exitCode, output) = await FinishAsync(start);
        Assert.True(exitCode == 0, output);
        return JsonNode.Parse(output)!;
    }

    private static async Task<(int ExitCode, string Output)> FinishAsync(ProcessStartInfo start)
    {
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(Cancel);
            var output = await process.StandardOutput.ReadToEndAsync(Cancel);
            await process.WaitForExitAsync(Cancel);
            return (process.ExitCode, output + await error);
        }
        catch (Win32Exception exception)
        {
            Assert.Skip($"'{start.FileName}' cannot be started: {exception.Message}");
            throw;
        }
    }
}
