using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Catalog.Tests.Glue;

/// <summary>What a plan says, and what it refuses.</summary>
public sealed class GluePlanTests
{
    private const string First = Some.Version;
    private const string Second = Some.LaterVersion;

    private static readonly Commit Commit = Some.Commit(1, GlueFixture.Days(First, "2019-11-11"), GlueFixture.Whole("people", First));

    [Fact]
    public async Task A_new_table_is_shown_with_its_place_columns_and_partitions_and_nothing_is_written()
    {
        await using var fixture = new GlueFixture();

        var plan = await fixture.PlanAsync(Commit, GlueFixture.ByDay());

        Assert.Equal("+ database 'example_db': The database's description.", Assert.Single(plan.DatabaseDifferences).ToString());
        var change = Assert.Single(plan.Changes);
        Assert.Equal($"+ by_day: version {First}, 5 rows", change.ToString());
        Assert.Equal(
            [
                "+ location: s3://example-curated/base/by_day/",
                "+ column 'n': int",
                "+ partition key 'day': date",
                $"+ partition 'day=2019-11-11': s3://example-curated/base/by_day/day=2019-11-11/v-{First}/",
            ],
            change.Differences.Select(difference => difference.ToString()));
        Assert.Empty(fixture.Writes);
    }

    [Fact]
    public async Task Every_difference_of_a_table_is_shown_in_the_order_in_which_a_table_is_read()
    {
        await using var fixture = new GlueFixture();
        await fixture.DeployAsync(Commit, GlueFixture.People(Some.Column("gone", SimpleKind.Double)));
        fixture.Table("people")["Description"] = "Old.";
        fixture.Table("people")["StorageDescriptor"]!["SerdeInfo"]!["SerializationLibrary"] = "another";
        fixture.Table("people")["StorageDescriptor"]!["Parameters"]!["compressionType"] = "gzip";
        var now = Some.Table("people", [Some.Column("age", SimpleKind.Long, "Years."), Some.Column("new", SimpleKind.Date), Some.Column("name", SimpleKind.Character, "The name.")]);

        var plan = await fixture.PlanAsync(Some.Commit(2, GlueFixture.Whole("people", Second)), now with { GlueSpecific = JsonElement.Parse("""{ "Parameters": { "k": "v" } }""") });

        var change = Assert.Single(plan.Changes);
        Assert.Equal($"~ people: version {First} -> version {Second}, 5 rows", change.ToString());
        Assert.Equal(
            [
                "~ description: Old. -> What people is.",
                "~ column 'age' type: int -> bigint",
                "~ column 'age' comment: In years. -> Years.",
                "+ column 'new': date, after 'age'",
                "- column 'gone': double",
                "~ order of columns: name, age -> age, name",
                $"~ location: s3://example-curated/base/people/v-{First}/ -> s3://example-curated/base/people/v-{Second}/",
                "~ SerDe: another -> org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                "~ storage parameter 'compressionType': gzip -> none",
                "+ parameter 'k': v",
            ],
            change.Differences.Select(difference => difference.ToString()));
    }

    [Fact]
    public async Task Partitions_that_come_move_and_go_are_shown_one_by_one()
    {
        await using var fixture = new GlueFixture();
        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11", "2019-11-12")), GlueFixture.ByDay());

        var plan = await fixture.PlanAsync(Some.Commit(2, GlueFixture.Days([("2019-11-12", Second), ("2019-11-13", Second)])), GlueFixture.ByDay());

        const string folder = "s3://example-curated/base/by_day/day=";
        Assert.Equal(
            [
                $"- partition 'day=2019-11-11': {folder}2019-11-11/v-{First}/",
                $"~ partition 'day=2019-11-12' location: {folder}2019-11-12/v-{First}/ -> {folder}2019-11-12/v-{Second}/",
                $"+ partition 'day=2019-11-13': {folder}2019-11-13/v-{Second}/",
            ],
            Assert.Single(plan.Changes).Differences.Select(difference => difference.ToString()));
    }

    [Theory]
    [InlineData(false, ChangeKind.Left)]
    [InlineData(true, ChangeKind.Removed)]
    public async Task A_table_of_ours_that_the_metadata_lack_goes_only_if_that_is_asked_for(bool removes, ChangeKind kind)
    {
        await using var fixture = new GlueFixture { RemovesTables = removes };
        await fixture.DeployAsync(Commit, GlueFixture.People(), GlueFixture.ByDay());
        fixture.Aws.ForgetCalls();

        var plan = await fixture.DeployAsync(Commit, GlueFixture.People());

        Assert.Equal([("by_day", kind), ("people", ChangeKind.Unchanged)], plan.Changes.Select(change => (change.Table, change.Kind)));
        Assert.Equal(!removes, plan.IsUnchanged);
        Assert.Equal(removes ? ["DeleteTable"] : [], fixture.Writes);
    }

    [Fact]
    public async Task Tables_of_others_are_neither_shown_nor_removed()
    {
        await using var fixture = new GlueFixture { RemovesTables = true };
        await fixture.DeployAsync(Commit, GlueFixture.People(), GlueFixture.ByDay());
        fixture.Table("by_day")["Parameters"]!["slipstream.owner"] = GlueFixture.Other;
        fixture.Table("people")["Parameters"]!.AsObject().Remove("slipstream.owner");

        var plan = await fixture.DeployAsync(Commit);

        Assert.Empty(plan.Changes);
        Assert.Equal(["by_day", "people"], fixture.Aws.Glue.TableNames("example_db"));
    }

    [Fact]
    public async Task A_plain_table_without_an_owner_is_taken_over()
    {
        await using var fixture = new GlueFixture();
        await fixture.DeployAsync(Commit, GlueFixture.People());
        fixture.Table("people")["Parameters"]!.AsObject().Remove("slipstream.owner");

        var plan = await fixture.DeployAsync(Commit, GlueFixture.People());

        Assert.Equal($"+ parameter 'slipstream.owner': {GlueFixture.Owner}", Assert.Single(plan.Changes.Single().Differences).ToString());
    }

    [Fact]
    public async Task Of_two_pipelines_in_one_database_the_first_says_what_it_is_and_each_keeps_its_tables()
    {
        await using var first = new GlueFixture { RemovesTables = true };
        await first.DeployAsync(Commit, GlueFixture.People());
        var before = first.Aws.Glue.Database("example_db").ToJsonString();
        var second = first.Open(GlueFixture.Other);
        var database = Some.Database with { BaseFolder = "other", Description = "What the second says." };

        var plan = await second.PlanAsync(new CatalogState(database, [Some.Table("theirs", [Some.Column("a", SimpleKind.Int)])], Some.Commit(1)), TestContext.Current.CancellationToken);
        await plan.ApplyAsync(TestContext.Current.CancellationToken);

        Assert.Empty(plan.DatabaseDifferences);
        Assert.Equal(before, first.Aws.Glue.Database("example_db").ToJsonString());
        Assert.Equal(["people", "theirs"], first.Aws.Glue.TableNames("example_db"));
        Assert.True((await first.PlanAsync(Commit, GlueFixture.People())).IsUnchanged);
    }

    [Theory]
    [InlineData("""{ "Parameters": { "slipstream.owner": "s3://example-curated/other/" } }""", "belongs to the pipeline of 's3://example-curated/other/'")]
    [InlineData("""{ "TableType": "VIRTUAL_VIEW" }""", "of the type 'VIRTUAL_VIEW'")]
    [InlineData("""{ "Parameters": { "table_type": "ICEBERG" } }""", "of the type 'ICEBERG'")]
    [InlineData("""{ "PartitionKeys": [{ "Name": "month", "Type": "date" }] }""", "Partition keys cannot be changed in place")]
    [InlineData("""{ "PartitionKeys": [{ "Name": "day", "Type": "string" }] }""", "by 'day string' in the catalogue, and by 'day date'")]
    public async Task A_table_that_cannot_be_changed_in_place_stops_the_plan_and_is_let_be(string change, string named)
    {
        await using var fixture = new GlueFixture();
        await fixture.DeployAsync(Some.Commit(1), GlueFixture.ByDay());
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            fixture.Table("by_day")[name] = value!.DeepClone();
        }

        fixture.Aws.ForgetCalls();
        var exception = await Assert.ThrowsAsync<StageException>(() => fixture.PlanAsync(Commit, GlueFixture.ByDay()));

        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
        Assert.StartsWith("by_day.json: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Writes);
    }

    [Fact]
    public async Task A_partition_that_glue_cannot_hold_is_refused_with_what_to_do() =>
        Assert.Contains("has an empty text as 'day'", await RefusalAsync(Some.Commit(1, GlueFixture.Days(First, "")), GlueFixture.ByDay()), StringComparison.Ordinal);

    [Fact]
    public async Task Files_in_another_folder_than_the_metadata_say_are_refused() => Assert.Contains(
        "does not lie in 's3://example-curated/base/persons/v-", await RefusalAsync(Commit, GlueFixture.People() with { Location = "persons" }), StringComparison.Ordinal);

    [Fact]
    public async Task Other_partitions_than_the_commit_has_are_refused() => Assert.Contains(
        "is partitioned by '', but commit 1 has it by 'day'", await RefusalAsync(Commit, GlueFixture.ByDay() with { Partitions = [] }), StringComparison.Ordinal);

    [Fact]
    public async Task All_that_is_wrong_with_all_tables_is_said_at_once()
    {
        var message = await RefusalAsync(Commit, GlueFixture.ByDay() with { Partitions = [] }, GlueFixture.People() with { Location = "persons" });

        Assert.Contains("by_day.json: table 'by_day' is partitioned by ''", message, StringComparison.Ordinal);
        Assert.Contains("\npeople.json: 's3://example-curated/base/people/", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metadata_of_another_folder_than_the_stage_reads_are_refused()
    {
        await using var fixture = new GlueFixture();

        var exception = await Assert.ThrowsAsync<StageException>(() => fixture.Open().PlanAsync(
            new CatalogState(Some.Database with { BaseFolder = "elsewhere" }, [], Commit), TestContext.Current.CancellationToken));

        Assert.Contains("lies in 's3://example-curated/elsewhere/', and CURATED_PATH is 's3://example-curated/base/'", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(Commit commit, params TableMetadata[] tables)
    {
        await using var fixture = new GlueFixture();
        var exception = await Assert.ThrowsAsync<StageException>(() => fixture.PlanAsync(commit, tables));
        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
        return exception.Message;
    }
}
