using System.Text.Json.Nodes;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Catalog.Tests.Glue;

public sealed class GlueApplyTests
{
    private const string First = Some.Version;
    private const string Second = Some.LaterVersion;

    [Fact]
    public async Task A_first_deployment_makes_database_tables_and_partitions_and_a_second_writes_nothing()
    {
        await using var fixture = new GlueFixture();
        var commit = Some.Commit(1, GlueFixture.Days(First, "2019-11-11", "2019-11-12"), GlueFixture.Whole("people", First));
        TableMetadata[] tables = [GlueFixture.People(), GlueFixture.ByDay()];

        var plan = await fixture.DeployAsync(commit, tables);

        Assert.Equal([("by_day", ChangeKind.Added), ("people", ChangeKind.Added)], plan.Changes.Select(change => (change.Table, change.Kind)));
        Assert.Equal($"s3://example-curated/base/people/v-{First}/", fixture.Location("people"));
        Assert.Equal("s3://example-curated/base/by_day/", fixture.Location("by_day"));
        Assert.Equal($"s3://example-curated/base/by_day/day=2019-11-12/v-{First}/", fixture.Location("by_day", "2019-11-12"));
        Assert.Equal(GlueFixture.Owner, (string?)fixture.Table("people")["Parameters"]!["slipstream.owner"]);
        Assert.Equal("The database's description.", (string?)fixture.Aws.Glue.Database("example_db")["Description"]);
        fixture.Aws.ForgetCalls();

        var again = await fixture.DeployAsync(commit, tables);

        Assert.True(again.IsUnchanged);
        Assert.Empty(fixture.Writes);
        Assert.Equal(["GetDatabase", "GetPartitions", "GetTables"], fixture.Aws.Calls.Select(call => call.Operation).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_new_commit_repoints_tables_and_partitions_in_place_and_nothing_is_taken_away()
    {
        await using var fixture = new GlueFixture();
        TableMetadata[] tables = [GlueFixture.People(), GlueFixture.ByDay()];
        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11", "2019-11-12"), GlueFixture.Whole("people", First)), tables);
        fixture.Aws.ForgetCalls();

        await fixture.DeployAsync(
            Some.Commit(2, GlueFixture.Days([("2019-11-11", First), ("2019-11-12", Second), ("2019-11-13", Second)]), GlueFixture.Whole("people", Second)), tables);

        Assert.Equal(["UpdatePartition", "BatchCreatePartition", "UpdateTable"], fixture.Writes);
        Assert.Equal($"s3://example-curated/base/people/v-{Second}/", fixture.Location("people"));
        Assert.Equal($"s3://example-curated/base/by_day/day=2019-11-11/v-{First}/", fixture.Location("by_day", "2019-11-11"));
        Assert.Equal($"s3://example-curated/base/by_day/day=2019-11-12/v-{Second}/", fixture.Location("by_day", "2019-11-12"));
        Assert.Equal($"s3://example-curated/base/by_day/day=2019-11-13/v-{Second}/", fixture.Location("by_day", "2019-11-13"));
    }

    [Fact]
    public async Task Partitions_that_the_commit_does_not_have_are_removed_after_the_new_ones_are_there()
    {
        await using var fixture = new GlueFixture();
        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, "2019-11-11", "2019-11-12")), GlueFixture.ByDay());
        fixture.Aws.ForgetCalls();

        await fixture.DeployAsync(Some.Commit(2, GlueFixture.Days(First, "2019-11-12", "2019-11-13")), GlueFixture.ByDay());

        Assert.Equal(["BatchCreatePartition", "BatchDeletePartition"], fixture.Writes);
        Assert.Equal(["2019-11-12", "2019-11-13"], fixture.Partitions("by_day"));
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task Many_partitions_go_in_batches_of_100_and_25()
    {
        await using var fixture = new GlueFixture();
        var days = Enumerable.Range(0, 250).Select(i => new DateOnly(2019, 1, 1).AddDays(i).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, days)), GlueFixture.ByDay());
        Assert.Equal(3, fixture.Writes.Count(write => write == "BatchCreatePartition"));

        await fixture.DeployAsync(Some.Commit(2, GlueFixture.Days(First, days[..150])), GlueFixture.ByDay());
        Assert.Equal(4, fixture.Writes.Count(write => write == "BatchDeletePartition"));
        Assert.Equal(days[..150], fixture.Partitions("by_day"));
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task Two_hundred_unchanged_tables_cost_three_calls()
    {
        await using var fixture = new GlueFixture();
        var tables = Enumerable.Range(0, 200).Select(i => Some.Table($"table_{i}", [Some.Column("a", SimpleKind.Int)])).ToArray();
        var commit = Some.Commit(1, [.. tables.Select(table => GlueFixture.Whole(table.Name, First))]);
        await fixture.DeployAsync(commit, tables);
        fixture.Aws.ForgetCalls();

        await fixture.DeployAsync(commit, tables);

        Assert.Equal(["GetDatabase", "GetTables", "GetTables"], fixture.Aws.Calls.Select(call => call.Operation));
    }

    [Fact]
    public async Task Partitions_follow_the_columns_of_their_table_though_they_are_listed_without_columns()
    {
        await using var fixture = new GlueFixture();
        var commit = Some.Commit(1, GlueFixture.Days(First, "2019-11-11"));
        await fixture.DeployAsync(commit, GlueFixture.ByDay());

        var plan = await fixture.DeployAsync(commit, GlueFixture.ByDay(Some.Column("more", SimpleKind.Long)));

        Assert.Contains("+ column 'more': bigint", plan.Changes.Single().Differences.Select(difference => difference.ToString()));
        var columns = fixture.Aws.Glue.Table("example_db", "by_day").Partition("2019-11-11")!["StorageDescriptor"]!["Columns"]!.AsArray();
        Assert.Equal(["n", "more"], columns.Select(column => (string)column!["Name"]!));
        Assert.True((await fixture.PlanAsync(commit, GlueFixture.ByDay(Some.Column("more", SimpleKind.Long)))).IsUnchanged);
    }

    [Fact]
    public async Task A_null_in_a_partition_column_is_hives_null_and_special_characters_are_kept()
    {
        await using var fixture = new GlueFixture();

        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Days(First, null, "a/b=c %")), GlueFixture.ByDay());

        Assert.Equal(["__HIVE_DEFAULT_PARTITION__", "a/b=c %"], fixture.Partitions("by_day"));
        Assert.Equal($"s3://example-curated/base/by_day/day=a%2Fb%3Dc%20%25/v-{First}/", fixture.Location("by_day", "a/b=c %"));
    }

    [Fact]
    public async Task A_table_that_no_run_has_made_lies_where_nothing_is()
    {
        await using var fixture = new GlueFixture();

        await fixture.DeployAsync(Some.Commit(1), GlueFixture.People(), GlueFixture.ByDay());

        Assert.Equal("s3://example-curated/base/_slipstream/empty/people/", fixture.Location("people"));
        Assert.Empty(fixture.Partitions("by_day"));
    }

    [Fact]
    public async Task A_table_without_rows_points_to_the_folder_of_its_version()
    {
        await using var fixture = new GlueFixture();

        await fixture.DeployAsync(Some.Commit(1, Some.Unpartitioned("people", First)), GlueFixture.People());

        Assert.Equal($"s3://example-curated/base/people/v-{First}/", fixture.Location("people"));
    }

    [Fact]
    public async Task Folders_have_the_name_of_the_attempt_and_none_where_files_are_published_in_place()
    {
        await using var fixture = new GlueFixture();
        var whole = new CommitTable("people", [Some.Partition(First, []) with { Attempt = $"{First}-7" }]);

        await fixture.DeployAsync(Some.Commit(1, whole), GlueFixture.People());
        Assert.Equal($"s3://example-curated/base/people/v-{First}-7/", fixture.Location("people"));

        await fixture.DeployAsync(Some.Commit(2, whole) with { IsInPlace = true }, GlueFixture.People());
        Assert.Equal("s3://example-curated/base/people/", fixture.Location("people"));
    }

    [Fact]
    public async Task Etl_managers_style_ends_no_location_with_a_slash()
    {
        await using var fixture = new GlueFixture { Style = GlueStyle.EtlManager };
        var commit = Some.Commit(1, GlueFixture.Days(First, "2019-11-11"), GlueFixture.Whole("people", First));

        await fixture.DeployAsync(commit, GlueFixture.People(), GlueFixture.ByDay());

        Assert.Equal($"s3://example-curated/base/people/v-{First}", fixture.Location("people"));
        Assert.Equal($"s3://example-curated/base/by_day/day=2019-11-11/v-{First}", fixture.Location("by_day", "2019-11-11"));
        Assert.True((await fixture.PlanAsync(commit, GlueFixture.People(), GlueFixture.ByDay())).IsUnchanged);
    }

    [Fact]
    public async Task What_engines_note_for_themselves_is_neither_a_difference_nor_lost()
    {
        await using var fixture = new GlueFixture();
        await fixture.DeployAsync(Some.Commit(1, GlueFixture.Whole("people", First)), GlueFixture.People());
        fixture.Table("people")["Parameters"]!["transient_lastDdlTime"] = "1573569000";
        fixture.Table("people")["Parameters"]!["by_hand"] = "x";

        var plan = await fixture.DeployAsync(Some.Commit(1, GlueFixture.Whole("people", First)), GlueFixture.People());

        Assert.Equal("- parameter 'by_hand': x", Assert.Single(plan.Changes.Single().Differences).ToString());
        Assert.Equal("1573569000", (string?)fixture.Table("people")["Parameters"]!["transient_lastDdlTime"]);
        Assert.Null(fixture.Table("people")["Parameters"]!["by_hand"]);
    }

    [Fact]
    public async Task An_update_of_the_database_keeps_what_others_have_set()
    {
        await using var fixture = new GlueFixture();
        await fixture.DeployAsync(Some.Commit(1));
        var database = fixture.Aws.Glue.Database("example_db");
        (database["Description"], database["LocationUri"]) = ("Old.", "s3://default/");
        database["CreateTableDefaultPermissions"] = JsonNode.Parse("""[{ "Principal": { "DataLakePrincipalIdentifier": "IAM_ALLOWED_PRINCIPALS" }, "Permissions": ["ALL"] }]""");

        var plan = await fixture.DeployAsync(Some.Commit(1));

        Assert.Equal("~ database description: Old. -> The database's description.", Assert.Single(plan.DatabaseDifferences).ToString());
        var updated = fixture.Aws.Glue.Database("example_db");
        Assert.Equal("s3://default/", (string?)updated["LocationUri"]);
        Assert.Equal("ALL", (string?)updated["CreateTableDefaultPermissions"]![0]!["Permissions"]![0]);
    }
}
