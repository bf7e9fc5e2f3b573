using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests.DeployDatabase;

/// <summary>
/// One deployment after the other over S3, Glue and Athena, each with another call that goes wrong: a table moves, partitions come, move and go,
/// and files of old versions are removed.
/// </summary>
[Trait("lane", "slow")]
public sealed class DeployFaultTests : IAsyncDisposable
{
    private const string Database = "example_db";
    private const string ByDay = "by_day";
    private readonly CuratedFixture _fixture = new() { HasAttempts = true };
    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly CatalogueReader _reader;

    public DeployFaultTests()
    {
        _reader = new CatalogueReader(_aws, Database, ("people", "age"), (ByDay, "n"));
        _aws.Athena.Effect = new LoopbackAthenaDdl(_aws.Glue).Run;
        _aws.Athena.States = ["SUCCEEDED"];
        _fixture.WriteMetadata("by_day.json", """
            {
              "name": "by_day", "description": "By day.", "data_format": "parquet", "location": "by_day", "partitions": ["day"],
              "columns": [{ "name": "n", "type": "int", "description": "A number." }, { "name": "day", "type": "date", "description": "The day." }]
            }
            """);
    }

    private IEnumerable<string> Parts => _aws.S3.Objects(CuratedFixture.Curated.Bucket).Keys.Where(key => key.EndsWith(".parquet", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [Theory]
    [InlineData("glue", AwsFault.Throttled)]
    [InlineData("glue", AwsFault.Failed)]
    [InlineData("glue", AwsFault.AnswerLost)]
    [InlineData("glue", AwsFault.DoneLate)]
    [InlineData("glue", AwsFault.KilledAfter)]
    [InlineData("athena", AwsFault.AnswerLost)]
    [InlineData("athena", AwsFault.KilledAfter)]
    public async Task Whichever_call_goes_wrong_readers_miss_nothing_and_the_next_run_ends_at_the_commit(string refresh, AwsFault fault)
    {
        _fixture.Environment["PARTITION_REFRESH"] = refresh;
        var hasFailed = true;
        for (var number = 1; hasFailed; number++)
        {
            await CommitAsync(number);
            var caller = new UnluckyCaller(_aws, number, fault);
            var first = await _fixture.RunOnAwsAsync(caller);
            Assert.True(first.ExitCode is ExitCode.Done or ExitCode.OutsideFailed, first.Log);
            await _reader.ReadOnceAsync();

            var second = await _fixture.RunOnAwsAsync(_aws);
            Assert.True(second.ExitCode == ExitCode.Done, second.Log);
            caller.DeliverLate();

            await AssertShownAsync(number);
            hasFailed = caller.HasFailed;
            Assert.True(hasFailed || caller.Calls > 20, $"only {caller.Calls} calls");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        _fixture.Dispose();
        await _aws.DisposeAsync();
        Assert.Empty(_aws.Breaches);
    }

    private async Task AssertShownAsync(int number)
    {
        await _reader.ReadOnceAsync();
        Assert.Empty(_reader.Complaints);
        _aws.ForgetCalls();
        var third = await _fixture.RunOnAwsAsync(_aws);
        Assert.True(third.ExitCode == ExitCode.Done, third.Log);
        Assert.DoesNotContain(_aws.Calls, call => call.IsWrite);

        var days = new[] { number - 1, number }.Where(i => i > 0).ToList();
        Assert.Equal(
            [$"people/v-{Version(number)}-{number}", .. days.Select(day => $"{ByDay}/day={Day(day)}/v-{Version(number)}-{number}")],
            Shown().Select(place => CuratedFixture.Curated.Relative(S3Location.Parse($"{place}x"))[..^2]));
        Assert.Equal(days.SelectMany(NamedBy).Order(StringComparer.Ordinal), Parts);
    }

    private IEnumerable<string> Shown()
    {
        yield return (string)_aws.Glue.Table(Database, "people").Input["StorageDescriptor"]!["Location"]!;
        foreach (var place in _aws.Glue.Table(Database, ByDay).Partitions.Select(partition => (string)partition["StorageDescriptor"]!["Location"]!).Order(StringComparer.Ordinal))
        {
            yield return place;
        }
    }

    // The day of the commit comes, the one before moves, and the one before that goes.
    private async Task CommitAsync(int number)
    {
        var days = new[] { number - 1, number }.Where(day => day > 0)
            .Select(day => (ByDay, new[] { new PartitionValue("day", Day(day)) }, $"SELECT CAST(i AS INTEGER) AS n FROM range({number}) AS t(i)"));
        await _fixture.CommitAsync(number, Version(number), [("people", [], $"SELECT 'a' AS name, CAST(i AS INTEGER) AS age FROM range({number}) AS t(i)"), .. days]);
        _fixture.PutInto(_aws);
        _reader.MayMiss(ByDay, Day(number - 2));
    }

    private static IEnumerable<string> NamedBy(int number) =>
    [
        $"base/people/v-{Version(number)}-{number}/data-part-1.parquet",
        .. new[] { number - 1, number }.Where(day => day > 0).Select(day => $"base/{ByDay}/day={Day(day)}/v-{Version(number)}-{number}/data-part-1.parquet"),
    ];

    private static string Version(int number) => $"{1573569000 + number}-0123456789ab";

    private static string Day(int number) => new DateOnly(2019, 11, 10).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
