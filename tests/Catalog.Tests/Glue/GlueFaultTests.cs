using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.Catalog.Tests.Glue;

/// <summary>What goes wrong at each call, and what readers see meanwhile.</summary>
public sealed class GlueFaultTests
{
    private const string First = Some.Version;
    private const string Second = Some.LaterVersion;
    private const string Database = "example_db";

    private static readonly Commit Before = Some.Commit(
        1, GlueFixture.Days(First, "2019-11-10", "2019-11-11", "2019-11-12"), GlueFixture.Whole("people", First), GlueFixture.Whole("gone", First));

    // Repoints a table, adds a column and a table, removes one, and lets partitions come, move and go.
    private static readonly Commit After = Some.Commit(
        2, GlueFixture.Days([("2019-11-11", First), ("2019-11-12", Second), ("2019-11-13", Second)]), GlueFixture.Whole("added", Second), GlueFixture.Whole("people", Second));

    private static readonly TableMetadata[] OldTables = [GlueFixture.ByDay(), GlueFixture.People(), Some.Table("gone", [Some.Column("a", SimpleKind.Int)])];
    private static readonly TableMetadata[] NewTables = [GlueFixture.ByDay(Some.Column("more", SimpleKind.Int)), GlueFixture.People(), Some.Table("added", [Some.Column("a", SimpleKind.Int)])];

    private static readonly string Expected =
        $"added people by_day|s3://example-curated/base/people/v-{Second}/|2019-11-11 v-{First}|2019-11-12 v-{Second}|2019-11-13 v-{Second}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => ["throttled", "fault", "denied", "cut off", "answer lost", "refused after the effect"];

    [Trait("lane", "slow")]
    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_goes_wrong_at_any_call_the_next_run_ends_at_the_plan_and_readers_miss_nothing(string fault)
    {
        var calls = await CallsAsync();
        Assert.True(calls >= 9, $"{calls} calls");
        for (var at = 0; at < calls; at++)
        {
            await using var fixture = new GlueFixture(retries: 0) { RemovesTables = true };
            await fixture.DeployAsync(Before, OldTables);
            var number = 0;
            fixture.Aws.Before = call =>
            {
                AssertReadable(fixture);
                return number++ == at ? Do(fault, isAfter: false) : null;
            };
            fixture.Aws.After = _ =>
            {
                AssertReadable(fixture);
                return number == at + 1 ? Do(fault, isAfter: true) : null;
            };

            await RunAsync(fixture);
            (fixture.Aws.Before, fixture.Aws.After) = (_ => null, _ => null);
            await fixture.DeployAsync(After, NewTables);

            Assert.Equal(Expected, State(fixture));
            Assert.True((await fixture.PlanAsync(After, NewTables)).IsUnchanged);
        }
    }

    [Theory]
    [InlineData("UpdateTable")]
    [InlineData("CreateTable")]
    [InlineData("BatchCreatePartition")]
    [InlineData("BatchDeletePartition")]
    [InlineData("UpdatePartition")]
    [InlineData("DeleteTable")]
    public async Task A_call_that_is_made_twice_because_its_answer_got_lost_does_no_harm(string operation)
    {
        await using var fixture = new GlueFixture(retries: 1) { RemovesTables = true };
        await fixture.DeployAsync(Before, OldTables);
        fixture.Aws.ForgetCalls();
        var lost = 0;
        fixture.Aws.After = call => call.Operation == operation && lost++ == 0 ? LoopbackHttpReply.BrokenOff : null;

        await fixture.DeployAsync(After, NewTables);

        Assert.True(fixture.Aws.Calls.Count(call => call.Operation == operation) > 1);
        Assert.Equal(Expected, State(fixture));
    }

    [Fact]
    public async Task Partitions_that_fail_for_a_while_are_tried_again_and_the_others_are_not()
    {
        await using var fixture = new GlueFixture();
        var failures = 0;
        fixture.Aws.Glue.PartitionFault = values =>
            values[0] == "2019-11-11" && failures++ < 3 ? new AwsRefusalException("InternalServiceException", "Sorry") : null;

        await fixture.DeployAsync(Before, GlueFixture.ByDay());

        Assert.Equal(["2019-11-10", "2019-11-11", "2019-11-12"], fixture.Partitions("by_day"));
        Assert.Equal([3, 1, 1, 1], fixture.Aws.Calls.Where(call => call.Operation == "BatchCreatePartition").Select(call => call.Body["PartitionInputList"]!.AsArray().Count));
        Assert.Equal([1, 2, 4], fixture.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("InternalServiceException", 6)]
    [InlineData("ResourceNumberLimitExceededException", 1)]
    public async Task Partitions_that_fail_for_good_are_named_and_the_others_are_there(string code, int tries)
    {
        await using var fixture = new GlueFixture();
        fixture.Aws.Glue.PartitionFault = values => values[0] == "2019-11-11" ? new AwsRefusalException(code, "No.") : null;

        var exception = await Assert.ThrowsAsync<StageException>(() => fixture.DeployAsync(Before, GlueFixture.ByDay()));

        Assert.Equal(ExitCode.OutsideFailed, exception.ExitCode);
        Assert.Contains($"Glue has not created 1 partitions of 'example_db.by_day'; the others are done.", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"\n  2019-11-11: {code}: No.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["2019-11-10", "2019-11-12"], fixture.Partitions("by_day"));
        Assert.Equal(tries, fixture.Aws.Calls.Count(call => call.Operation == "BatchCreatePartition"));
    }

    [Fact]
    public async Task A_table_that_somebody_has_changed_since_the_plan_is_planned_again()
    {
        await using var fixture = new GlueFixture();
        await fixture.DeployAsync(Before, OldTables);
        var plan = await fixture.PlanAsync(After, NewTables);
        var table = fixture.Aws.Glue.Table(Database, "people");
        table.Replace(table.Input);

        Assert.False(await plan.ApplyAsync(Token));
        await fixture.DeployAsync(After, NewTables);

        Assert.Equal($"s3://example-curated/base/people/v-{Second}/", fixture.Location("people"));
    }

    [Fact]
    public async Task Two_deployments_at_once_end_at_the_same_state()
    {
        await using var fixture = new GlueFixture { RemovesTables = true };
        await fixture.DeployAsync(Before, OldTables);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => fixture.DeployAsync(After, NewTables)));

        Assert.Equal(Expected, State(fixture));
    }

    /// <summary>Lets one call, counted from 0, go wrong, and the run with it or not.</summary>
    internal static async Task SpoilAsync(GlueFixture fixture, int at, string fault, Func<Task> run)
    {
        var number = 0;
        fixture.Aws.Before = _ => number++ == at ? Do(fault, isAfter: false) : null;
        fixture.Aws.After = _ => number == at + 1 ? Do(fault, isAfter: true) : null;
        try
        {
            await run();
        }
        catch (StageException exception)
        {
            Assert.Equal(ExitCode.OutsideFailed, exception.ExitCode);
        }

        (fixture.Aws.Before, fixture.Aws.After) = (_ => null, _ => null);
    }

    private static async Task<int> CallsAsync()
    {
        await using var fixture = new GlueFixture { RemovesTables = true };
        await fixture.DeployAsync(Before, OldTables);
        fixture.Aws.ForgetCalls();
        await fixture.DeployAsync(After, NewTables);
        Assert.Equal(Expected, State(fixture));
        return fixture.Aws.Calls.Count;
    }

    private static async Task RunAsync(GlueFixture fixture)
    {
        try
        {
            await fixture.DeployAsync(After, NewTables);
        }
        catch (StageException exception)
        {
            Assert.Equal(ExitCode.OutsideFailed, exception.ExitCode);
        }
    }

    private static LoopbackHttpReply? Do(string fault, bool isAfter) => (fault, isAfter) switch
    {
        ("throttled", false) => throw AwsRefusalException.Throttled(),
        ("fault", false) => throw new AwsRefusalException("InternalServiceException", "Sorry", 500),
        ("denied", false) => throw new AwsRefusalException("AccessDeniedException", "No."),
        ("cut off", false) or ("answer lost", true) => LoopbackHttpReply.BrokenOff,
        ("refused after the effect", true) => throw new AwsRefusalException("OperationTimeoutException", "Too late."),
        _ => null,
    };

    // What was there and stays is always there, and shows one of the two versions.
    private static void AssertReadable(GlueFixture fixture)
    {
        Assert.Contains(fixture.Location("people"), new[] { First, Second }.Select(version => $"s3://example-curated/base/people/v-{version}/"));
        Assert.Equal($"s3://example-curated/base/by_day/day=2019-11-11/v-{First}/", fixture.Location("by_day", "2019-11-11"));
        Assert.Contains(fixture.Location("by_day", "2019-11-12"), new[] { First, Second }.Select(version => $"s3://example-curated/base/by_day/day=2019-11-12/v-{version}/"));
    }

    private static string State(GlueFixture fixture)
    {
        var tables = string.Join(' ', fixture.Aws.Glue.TableNames(Database).OrderBy(name => name == "by_day").ThenBy(name => name, StringComparer.Ordinal));
        var partitions = fixture.Partitions("by_day").Select(day => $"{day} {fixture.Location("by_day", day)!.TrimEnd('/').Split('/')[^1]}");
        return string.Join('|', [tables, fixture.Location("people"), .. partitions]);
    }
}
