using System.Text.Json.Nodes;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Metadata.Types;
using Slipstream.Testing.Aws;

namespace Slipstream.Catalog.Tests.Glue;

/// <summary>Partitions that Athena adds; Glue repoints and removes them all the same.</summary>
public sealed class AthenaPartitionTests
{
    private const string First = Some.Version;
    private const string Second = Some.LaterVersion;
    private const string Folder = "s3://example-curated/base/by_day/day=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_partitions_are_added_with_their_folders_and_a_second_run_writes_nothing()
    {
        await using var fixture = Adding();
        var commit = Some.Commit(1, GlueFixture.Days(First, "2019-11-11", "2019-11-12"));

        await fixture.DeployAsync(commit, GlueFixture.ByDay());

        Assert.Equal(["CreateDatabase", "CreateTable", "StartQueryExecution"], fixture.Writes);
        Assert.Equal(
            $"""
            ALTER TABLE `by_day` ADD IF NOT EXISTS
              PARTITION (`day` = '2019-11-11') LOCATION '{Folder}2019-11-11/v-{First}/'
              PARTITION (`day` = '2019-11-12') LOCATION '{Folder}2019-11-12/v-{First}/'
            """,
            Assert.Single(fixture.Aws.Athena.Statements));
        Assert.Equal($"{Folder}2019-11-12/v-{First}/", fixture.Location("by_day", "2019-11-12"));
        var start = fixture.Aws.Calls.Single(call => call.Operation == "StartQueryExecution").Body;
        Assert.Equal(("analysts", "s3://example-results/base/", "example_db"), ((string?)start["WorkGroup"], (string?)start["ResultConfiguration"]!["OutputLocation"], (string?)start["QueryExecutionContext"]!["Database"]));
        fixture.Aws.ForgetCalls();

        Assert.True((await fixture.DeployAsync(commit, GlueFixture.ByDay())).IsUnchanged);
        Assert.Empty(fixture.Writes);
    }

    [Fact]
    public async Task What_moves_and_goes_is_glues_work()
    {
        await using var fixture = Adding();
        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11", "2019-11-12")), GlueFixture.ByDay());
        fixture.Aws.ForgetCalls();

        await fixture.DeployAsync(Some.Commit(2, GlueFixture.Days([("2019-11-12", Second), ("2019-11-13", Second)])), GlueFixture.ByDay());

        Assert.Equal(["UpdatePartition", "StartQueryExecution", "BatchDeletePartition"], fixture.Writes);
        Assert.Equal(["2019-11-12", "2019-11-13"], fixture.Partitions("by_day"));
        Assert.Equal($"{Folder}2019-11-12/v-{Second}/", fixture.Location("by_day", "2019-11-12"));
    }

    [Fact]
    public async Task Partitions_that_athena_added_follow_the_columns_of_their_table()
    {
        await using var fixture = Adding();
        var commit = Some.Commit(1, GlueFixture.Days(First, "2019-11-11"));
        await fixture.DeployAsync(commit, GlueFixture.ByDay());

        await fixture.DeployAsync(commit, GlueFixture.ByDay(Some.Column("more", SimpleKind.Long)));

        var columns = fixture.Aws.Glue.Table("example_db", "by_day").Partition("2019-11-11")!["StorageDescriptor"]!["Columns"]!.AsArray();
        Assert.Equal(["n", "more"], columns.Select(column => (string)column!["Name"]!));
        Assert.True((await fixture.PlanAsync(commit, GlueFixture.ByDay(Some.Column("more", SimpleKind.Long)))).IsUnchanged);
    }

    [Fact]
    public async Task Values_are_quoted_so_that_athena_reads_what_the_commit_says()
    {
        await using var fixture = Adding();
        string[] values = ["it's", "a\\b", "a/b=c %", "a`b\"c", "line\nbreak", "ünï 🛩"];

        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, values)), GlueFixture.ByDay());

        Assert.Equal(values.Order(StringComparer.Ordinal), fixture.Partitions("by_day"));
        Assert.All(values, value => Assert.Equal($"{Folder}{Uri.EscapeDataString(value)}/v-{First}/", fixture.Location("by_day", value)));
    }

    [Fact]
    public async Task Whole_numbers_are_written_as_numbers()
    {
        await using var fixture = Adding();
        var table = Some.Table("by_day", [Some.Column("n", SimpleKind.Int), Some.Column("day", SimpleKind.Int)], "day");

        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "7", "-8")), table);

        Assert.Contains("PARTITION (`day` = -8) LOCATION", Assert.Single(fixture.Aws.Athena.Statements), StringComparison.Ordinal);
        Assert.Equal(["-8", "7"], fixture.Partitions("by_day"));
    }

    [Fact]
    public async Task Many_partitions_go_in_statements_that_athena_takes()
    {
        await using var fixture = Adding();
        var days = Enumerable.Range(0, 1200).Select(i => $"{i:0000}{new string('x', i < 400 ? 400 : 1)}").ToArray();

        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, days)), GlueFixture.ByDay());

        Assert.Equal(1200, fixture.Partitions("by_day").Count());
        Assert.Equal(3, fixture.Aws.Athena.Statements.Count());
        Assert.All(fixture.Aws.Athena.Statements, sql => Assert.True(System.Text.Encoding.UTF8.GetByteCount(sql) <= 262_144));
    }

    [Fact]
    public async Task A_null_is_refused_before_anything_is_written() => Assert.Contains(
        "has NULL as 'day', and Athena's ADD PARTITION takes no NULL. Set PARTITION_REFRESH to 'glue'",
        await RefusalAsync(Adding(), Some.Commit(1, GlueFixture.Days(First, "2019-11-11", null))), StringComparison.Ordinal);

    [Fact]
    public async Task Msck_is_refused_for_folders_of_versions() => Assert.Contains(
        "PARTITION_REFRESH is 'msck-repair', but commit 1 lies in folders of versions, which MSCK REPAIR TABLE does not find.",
        await RefusalAsync(Repairing(), Some.Commit(1, GlueFixture.Days(First, "2019-11-11"))), StringComparison.Ordinal);

    [Fact]
    public async Task Msck_finds_plain_folders_and_glue_removes_what_is_stale()
    {
        await using var fixture = Repairing();
        fixture.Athena.Folders["by_day"] = ["day=2019-11-11", "day=a%2Fb"];
        await fixture.DeployAsync(InPlace(1, "2019-11-11", "a/b"), GlueFixture.ByDay());

        Assert.Equal("MSCK REPAIR TABLE `by_day`", Assert.Single(fixture.Aws.Athena.Statements));
        Assert.Equal(["2019-11-11", "a/b"], fixture.Partitions("by_day"));
        fixture.Aws.ForgetCalls();
        Assert.True((await fixture.DeployAsync(InPlace(1, "2019-11-11", "a/b"), GlueFixture.ByDay())).IsUnchanged);
        Assert.Empty(fixture.Writes);

        await fixture.DeployAsync(InPlace(2, "2019-11-11"), GlueFixture.ByDay());
        Assert.Equal(["BatchDeletePartition"], fixture.Writes);
    }

    [Fact]
    public async Task A_partition_that_msck_does_not_find_is_named()
    {
        await using var fixture = Repairing();

        var exception = await Assert.ThrowsAsync<StageException>(() => fixture.DeployAsync(InPlace(1, "2019-11-11"), GlueFixture.ByDay()));

        Assert.Equal(ExitCode.OutsideFailed, exception.ExitCode);
        Assert.Contains($"Athena has not added 1 partitions of 'example_db.by_day', such as '{Folder}2019-11-11/'.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_looked_at_with_growing_pauses()
    {
        await using var fixture = Adding();
        fixture.Aws.Athena.States = [.. Enumerable.Repeat("QUEUED", 4), .. Enumerable.Repeat("RUNNING", 4), "SUCCEEDED"];

        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11")), GlueFixture.ByDay());

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 10, 10], fixture.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("FAILED", "FAILED: SYNTAX_ERROR: line 1. Check that the stage's role has the rights of its policy")]
    [InlineData("CANCELLED", "CANCELLED: SYNTAX_ERROR: line 1. Somebody or a limit of the workgroup has stopped it")]
    public async Task A_query_that_fails_says_why_and_what_to_do(string state, string said)
    {
        await using var fixture = Adding();
        (fixture.Aws.Athena.States, fixture.Aws.Athena.Reason) = (["RUNNING", state], "SYNTAX_ERROR: line 1");

        var exception = await Assert.ThrowsAsync<StageException>(() => fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11")), GlueFixture.ByDay()));

        Assert.Equal(ExitCode.OutsideFailed, exception.ExitCode);
        Assert.StartsWith("Athena's query '00000000-0000-0000-0000-000000000000' about 'example_db.by_day' ended as " + said, exception.Message, StringComparison.Ordinal);
        Assert.Single(fixture.Aws.Athena.Statements);
    }

    [Fact]
    public async Task A_failure_that_passes_is_tried_again_and_no_more_than_twice()
    {
        await using var fixture = Adding();
        (fixture.Aws.Athena.States, fixture.Aws.Athena.Reason) = (["FAILED"], "Internal error.");
        fixture.Aws.Athena.Error = new JsonObject { ["ErrorCategory"] = 1, ["Retryable"] = true };

        var exception = await Assert.ThrowsAsync<StageException>(() => fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11")), GlueFixture.ByDay()));

        Assert.EndsWith("Internal error. It is a failure of Athena's: run the stage again later.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, fixture.Aws.Athena.Statements.Count());
    }

    [Fact]
    public async Task A_workgroup_without_a_place_for_results_is_a_setting_to_correct()
    {
        await using var fixture = Adding();
        fixture.Aws.Before = call => call.Operation == "StartQueryExecution" ? throw new AwsRefusalException("InvalidRequestException", "No output location provided.") : null;

        var exception = await Assert.ThrowsAsync<StageException>(() => fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11")), GlueFixture.ByDay()));

        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
        Assert.Contains("No output location provided. Check ATHENA_WORKGROUP ('analysts'), and set ATHENA_RESULTS", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_stopped_stops_its_query()
    {
        await using var fixture = Adding();
        fixture.Aws.Athena.States = ["RUNNING"];
        using var stop = new CancellationTokenSource();
        var plan = await fixture.PlanAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11")), GlueFixture.ByDay());
        fixture.Aws.After = call =>
        {
            if (call.Operation == "GetQueryExecution")
            {
                stop.Cancel();
            }

            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => plan.ApplyAsync(stop.Token));

        Assert.Single(fixture.Aws.Athena.Stopped);
    }

    [Fact]
    public async Task A_partition_that_somebody_else_added_meanwhile_is_planned_again()
    {
        await using var fixture = Adding();
        var plan = await fixture.PlanAsync(Some.Commit(2, GlueFixture.Days(Second, "2019-11-11")), GlueFixture.ByDay());
        fixture.Aws.Before = call =>
        {
            if (call.Operation == "StartQueryExecution")
            {
                fixture.Athena.Run("example_db", $"ALTER TABLE `by_day` ADD IF NOT EXISTS PARTITION (`day` = '2019-11-11') LOCATION '{Folder}2019-11-11/v-{First}/'");
            }

            return null;
        };

        Assert.False(await plan.ApplyAsync(Token));

        await fixture.DeployAsync(Some.Commit(2, GlueFixture.Days(Second, "2019-11-11")), GlueFixture.ByDay());
        Assert.Equal($"{Folder}2019-11-11/v-{Second}/", fixture.Location("by_day", "2019-11-11"));
    }

    [Trait("lane", "slow")]
    [Theory]
    [MemberData(nameof(GlueFaultTests.Faults), MemberType = typeof(GlueFaultTests))]
    public async Task Whatever_goes_wrong_at_any_call_the_next_run_ends_at_the_plan(string fault)
    {
        var before = Some.Commit(1, GlueFixture.Days(First, "2019-11-10", "2019-11-11", "2019-11-12"));
        var after = Some.Commit(2, GlueFixture.Days([("2019-11-11", First), ("2019-11-12", Second), ("2019-11-13", Second), ("2019-11-14", Second)]));
        for (var at = 0; ; at++)
        {
            await using var fixture = new GlueFixture(retries: 0) { Refresh = AthenaStatement.AddPartition };
            await fixture.DeployAsync(before, GlueFixture.ByDay());
            fixture.Aws.ForgetCalls();
            await GlueFaultTests.SpoilAsync(fixture, at, fault, () => fixture.DeployAsync(after, GlueFixture.ByDay()));
            var calls = fixture.Aws.Calls.Count;

            await fixture.DeployAsync(after, GlueFixture.ByDay());

            Assert.Equal(["2019-11-11", "2019-11-12", "2019-11-13", "2019-11-14"], fixture.Partitions("by_day"));
            Assert.Equal($"{Folder}2019-11-13/v-{Second}/", fixture.Location("by_day", "2019-11-13"));
            Assert.True((await fixture.PlanAsync(after, GlueFixture.ByDay())).IsUnchanged);
            if (calls <= at)
            {
                Assert.True(calls >= 9, $"{calls} calls");
                return;
            }
        }
    }

    private static GlueFixture Adding() => new() { Refresh = AthenaStatement.AddPartition };

    private static GlueFixture Repairing() => new() { Refresh = AthenaStatement.RepairTable };

    // Files that lie in the partition's folder itself.
    private static Commit InPlace(long number, params string[] days)
    {
        var table = GlueFixture.Days(First, days);
        return Some.Commit(number, table with { Partitions = [.. table.Partitions.Select(partition => partition with { Files = [.. partition.Files.Select(Plain)] })] }) with { IsInPlace = true };
    }

    private static CommitFile Plain(CommitFile file) => file with { Location = S3Location.Parse(file.Location.ToString().Replace($"/v-{First}/", "/", StringComparison.Ordinal)) };

    private static async Task<string> RefusalAsync(GlueFixture fixture, Commit commit)
    {
        await using (fixture)
        {
            var exception = await Assert.ThrowsAsync<StageException>(() => fixture.PlanAsync(commit, GlueFixture.ByDay()));
            Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
            Assert.Empty(fixture.Writes);
            return exception.Message;
        }
    }
}
