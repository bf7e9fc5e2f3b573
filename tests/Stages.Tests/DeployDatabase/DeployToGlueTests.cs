using System.Text.Json.Nodes;
using Slipstream.AwsJson.Glue;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests.DeployDatabase;

public sealed class DeployToGlueTests : IAsyncDisposable
{
    private readonly CuratedFixture _fixture = new();
    private readonly LoopbackAws _aws = LoopbackAws.Start();

    private IEnumerable<string> Writes => _aws.Calls.Where(call => call.IsWrite).Select(call => call.Operation);

    [Fact]
    public async Task The_newest_commit_becomes_a_table_and_a_second_run_writes_nothing()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);

        var run = await _fixture.RunOnGlueAsync(_aws);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"+ people: version {CuratedFixture.Version}, 3 rows", run.Log, StringComparison.Ordinal);
        Assert.Equal($"s3://example-curated/base/people/v-{CuratedFixture.Version}/", Location());
        Assert.Equal(3, (int)_fixture.Result["rows_out"]!);
        _aws.ForgetCalls();

        var again = await _fixture.RunOnGlueAsync(_aws);

        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("already: unchanged.", again.Log, StringComparison.Ordinal);
        Assert.Empty(Writes);
    }

    [Fact]
    public async Task A_plan_prints_every_difference_writes_it_as_json_and_changes_nothing()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        await _fixture.RunOnGlueAsync(_aws);
        await _fixture.CommitPeopleAsync(2, CuratedFixture.LaterVersion, 5);
        _fixture.Environment["PLAN_PATH"] = _fixture.PathOf("plans/plan.json");
        _aws.ForgetCalls();

        var run = await _fixture.RunOnGlueAsync(_aws, "--plan");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"  ~ people: version {CuratedFixture.Version} -> version {CuratedFixture.LaterVersion}, 5 rows", run.Log, StringComparison.Ordinal);
        Assert.Contains($"      ~ location: s3://example-curated/base/people/v-{CuratedFixture.Version}/ -> s3://example-curated/base/people/v-{CuratedFixture.LaterVersion}/", run.Log, StringComparison.Ordinal);
        Assert.Contains("The catalogue would change, and would show commit 2", run.Log, StringComparison.Ordinal);
        Assert.Empty(Writes);
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(_fixture.PathOf("plans/plan.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal((2, false), ((int)plan["commit_number"]!, (bool)plan["is_unchanged"]!));
        Assert.Equal(
            $$"""[{"table":"people","change":"changed","old_version":"{{CuratedFixture.Version}}","new_version":"{{CuratedFixture.LaterVersion}}","rows":5,"differences":[{"change":"changed","what":"location","old":"s3://example-curated/base/people/v-{{CuratedFixture.Version}}/","new":"s3://example-curated/base/people/v-{{CuratedFixture.LaterVersion}}/"}]}]""",
            plan["tables"]!.ToJsonString());
    }

    [Fact]
    public async Task A_plan_of_a_catalogue_that_is_right_says_that_nothing_would_change()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        await _fixture.RunOnGlueAsync(_aws);

        var run = await _fixture.RunOnGlueAsync(_aws, "--plan");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Nothing would change: the catalogue shows commit 1", run.Log, StringComparison.Ordinal);
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task A_plan_of_many_partitions_is_cut_in_the_log_and_whole_in_the_file()
    {
        _fixture.WriteMetadata("people.json", """
            {
              "name": "people", "description": "People.", "data_format": "parquet", "location": "people", "partitions": ["age"],
              "columns": [{ "name": "name", "type": "character", "description": "The person's name." }, { "name": "age", "type": "int", "description": "In years." }]
            }
            """);
        await _fixture.CommitAsync(1, CuratedFixture.Version, [.. Enumerable.Range(100, 150).Select(age => ("people", new[] { new PartitionValue("age", $"{age}") }, "SELECT 'a' AS name"))]);
        _fixture.Environment["PLAN_PATH"] = _fixture.PathOf("plan.json");

        var run = await _fixture.RunOnGlueAsync(_aws);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("… and 53 more", run.Log, StringComparison.Ordinal);
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(_fixture.PathOf("plan.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal(153, plan["tables"]![0]!["differences"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_commit_that_comes_while_an_older_one_is_deployed_is_deployed_after_it()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        var isCommitted = false;
        _aws.Before = call =>
        {
            if (call.Operation == "CreateTable" && !isCommitted)
            {
                isCommitted = true;
#pragma warning disable RS0030 // The server answers one call after the other: the commit comes in the midst of it.
                _fixture.CommitPeopleAsync(2, CuratedFixture.LaterVersion, 5).GetAwaiter().GetResult();
#pragma warning restore RS0030
            }

            return null;
        };

        var run = await _fixture.RunOnGlueAsync(_aws);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("planning again", run.Log, StringComparison.Ordinal);
        Assert.Equal($"s3://example-curated/base/people/v-{CuratedFixture.LaterVersion}/", Location());
    }

    [Fact]
    public async Task Tables_that_the_metadata_lack_are_left_until_their_removal_is_asked_for()
    {
        _fixture.WriteMetadata("old.json", """
            { "name": "old", "description": "Old.", "data_format": "parquet", "location": "old", "columns": [{ "name": "a", "type": "int", "description": "A." }] }
            """);
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        await _fixture.RunOnGlueAsync(_aws);
        File.Delete(_fixture.PathOf("meta_data/old.json"));

        var left = await _fixture.RunOnGlueAsync(_aws);
        Assert.Contains("! old: no version; not in the metadata, and left", left.Log, StringComparison.Ordinal);
        Assert.Equal(["old", "people"], _aws.Glue.TableNames("example_db"));

        _fixture.Environment["REMOVE_TABLES"] = "true";
        var removed = await _fixture.RunOnGlueAsync(_aws);
        Assert.Contains("- old: no version", removed.Log, StringComparison.Ordinal);
        Assert.Equal(["people"], _aws.Glue.TableNames("example_db"));
    }

    [Fact]
    public async Task A_right_that_the_role_lacks_is_a_failure_of_the_outside_with_the_request_id()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        _aws.Before = call => call.IsWrite ? throw new AwsRefusalException("AccessDeniedException", "User is not authorized to perform: glue:CreateDatabase") : null;

        var run = await _fixture.RunOnGlueAsync(_aws);

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("Glue CreateDatabase failed: AccessDeniedException (HTTP 400, request id 'loopback-", run.Log, StringComparison.Ordinal);
        Assert.Contains("Check that the stage's role has this right", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Glue_over_a_directory_of_objects_is_refused()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        _fixture.Environment["CATALOG"] = "glue";

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("CATALOG is 'glue', whose readers read S3, but OBJECT_STORE is 'file://", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_cannot_be_made_is_a_failure_of_the_outside()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);

        var run = await _fixture.RunOnGlueAsync(WithoutRegion, () => _aws.OpenAthena());

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("AWS_REGION", run.Log, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        await _aws.DisposeAsync();
        Assert.Empty(_aws.Breaches);
    }

    private string? Location() => (string?)_aws.Glue.Table("example_db", "people").Input["StorageDescriptor"]!["Location"];

    private static AmazonGlueClient WithoutRegion() => throw LoopbackAws.NoRegion();
}
