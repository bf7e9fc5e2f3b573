using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Catalog.Tests.DuckDbFiles;

public sealed class ReplaceTests : IDisposable
{
    private static readonly TableMetadata People = Some.Table("people", [Some.Column("age", SimpleKind.Int)]);
    private static readonly TableMetadata Places = Some.Table("places", [Some.Column("name", SimpleKind.Character)]);

    private readonly CatalogFixture _fixture = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_time_nothing_changes()
    {
        var commit = await CommitAsync(1, Some.Version, 3);
        Assert.False((await _fixture.DeployAsync(commit, People)).IsUnchanged);
        var written = File.GetLastWriteTimeUtc(_fixture.File);

        var again = await _fixture.DeployAsync(commit, People);

        Assert.True(again.IsUnchanged);
        Assert.Equal([$"= people: version {Some.Version}, 3 rows"], again.Changes.Select(change => change.ToString()));
        Assert.Equal(written, File.GetLastWriteTimeUtc(_fixture.File));
    }

    [Fact]
    public async Task A_plan_says_what_changes_and_changes_nothing()
    {
        await _fixture.DeployAsync(await CommitAsync(1, Some.Version, 3), People, Places);
        var longer = Some.Table("people", [Some.Column("age", SimpleKind.Int), Some.Column("more", SimpleKind.Date)]);

        var plan = await _fixture.PlanAsync(await CommitAsync(2, Some.LaterVersion, 5), longer, Some.Table("added", Places.Columns));

        Assert.Equal(
            [
                "+ added: no data yet",
                $"~ people: version {Some.Version}, 3 rows -> version {Some.LaterVersion}, 5 rows",
                "- places: no data yet",
            ],
            plan.Changes.Select(change => change.ToString()));
        Assert.False(plan.IsUnchanged);
        Assert.Equal(["people|3"], await _fixture.QueryAsync("SELECT name, row_count FROM slipstream.tables WHERE row_count > 0"));
    }

    [Fact]
    public async Task A_comment_alone_is_a_change()
    {
        var commit = await CommitAsync(1, Some.Version, 3);
        await _fixture.DeployAsync(commit, People);

        var plan = await _fixture.DeployAsync(commit, People with { Description = "Described better." });

        Assert.Equal([$"~ people: version {Some.Version}, 3 rows; its definition or comments change"], plan.Changes.Select(change => change.ToString()));
        Assert.Equal(["Described better."], await _fixture.QueryAsync("SELECT comment FROM duckdb_views() WHERE view_name = 'people'"));
    }

    [Fact]
    public async Task A_table_that_left_the_metadata_disappears_and_its_files_stay()
    {
        var commit = await CommitAsync(1, Some.Version, 3);
        await _fixture.DeployAsync(commit, People, Places);

        await _fixture.DeployAsync(commit, Places);

        Assert.Equal(["places"], await _fixture.QueryAsync("SHOW TABLES"));
        await _fixture.DeployAsync(commit, Places, People);
        Assert.Equal(["3"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
    }

    [Fact]
    public async Task A_reader_that_holds_the_old_file_open_keeps_it_and_blocks_nobody()
    {
        await _fixture.DeployAsync(await CommitAsync(1, Some.Version, 3), People);
        using var reader = _fixture.OpenForReading();

        await _fixture.DeployAsync(await CommitAsync(2, Some.LaterVersion, 5), People);

        Assert.Equal(["3"], await CatalogFixture.QueryAsync(reader, "SELECT count(*) FROM people"));
        Assert.Equal(["5"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
    }

    [Fact]
    public async Task Someone_who_writes_to_the_old_file_does_not_spoil_the_new_one()
    {
        await _fixture.DeployAsync(await CommitAsync(1, Some.Version, 3), People);
        using (var writer = DuckDbConnection.Open(new DuckDbOptions { File = _fixture.File }))
        {
            await writer.ExecuteAsync("CREATE TABLE by_hand AS SELECT 1 AS a", Token);
            Assert.True(File.Exists(_fixture.File + ".wal"));

            await _fixture.DeployAsync(await CommitAsync(2, Some.LaterVersion, 5), People);
        }

        Assert.Equal(["people"], await _fixture.QueryAsync("SHOW TABLES"));
        Assert.Equal(["5"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
    }

    [Fact]
    public async Task A_view_that_was_dropped_by_hand_comes_back_and_one_that_was_made_goes()
    {
        var commit = await CommitAsync(1, Some.Version, 3);
        await _fixture.DeployAsync(commit, People);
        using (var writer = DuckDbConnection.Open(new DuckDbOptions { File = _fixture.File }))
        {
            await writer.ExecuteAsync("DROP VIEW people; CREATE VIEW mine AS SELECT 1", Token);
        }

        var plan = await _fixture.DeployAsync(commit, People);

        Assert.Equal([("mine", ChangeKind.Removed), ("people", ChangeKind.Added)], plan.Changes.Select(change => (change.Table, change.Kind)));
        Assert.Equal(["people"], await _fixture.QueryAsync("SHOW TABLES"));
    }

    [Fact]
    public async Task What_a_killed_run_left_behind_is_cleared_by_the_next()
    {
        var commit = await CommitAsync(1, Some.Version, 3);
        await _fixture.DeployAsync(commit, People);
        var temporary = Path.Combine(_fixture.CatalogFolder, ".example_db.duckdb.new");
        await File.WriteAllTextAsync(temporary, "half a database", Token);
        await File.WriteAllTextAsync(temporary + ".wal", "half a log", Token);

        Assert.Equal(["3"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
        await _fixture.DeployAsync(await CommitAsync(2, Some.LaterVersion, 5), People);

        Assert.Equal(["5"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
        Assert.Equal([".example_db.duckdb.lock", "example_db.duckdb"],
            Directory.EnumerateFiles(_fixture.CatalogFolder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_two_plans_for_one_state_the_second_is_refused()
    {
        var first = await _fixture.PlanAsync(await CommitAsync(1, Some.Version, 3), People);
        var second = await _fixture.PlanAsync(await CommitAsync(2, Some.LaterVersion, 5), People);

        Assert.True(await second.ApplyAsync(Token));
        Assert.False(await first.ApplyAsync(Token));

        Assert.Equal(["5"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
    }

    [Fact]
    public async Task Of_runs_at_once_each_sees_a_whole_catalogue()
    {
        var commits = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => CommitAsync(i, $"157356900{i}-0123456789ab", i)));

        await Task.WhenAll(commits.Select(commit => Task.Run(
            async () =>
            {
                var plan = await _fixture.PlanAsync(commit, People);
                while (!await plan.ApplyAsync(Token))
                {
                    plan = await _fixture.PlanAsync(commit, People);
                }
            },
            Token)));

        var number = Assert.Single(await _fixture.QueryAsync("SELECT commit_number FROM slipstream.deployment"));
        Assert.Equal([number], await _fixture.QueryAsync("SELECT count(*) FROM people"));
    }

    [Theory]
    [InlineData("this is no database, though it is long enough to be looked at")]
    [InlineData("")]
    public async Task A_file_that_Slipstream_did_not_make_is_not_replaced(string content)
    {
        Directory.CreateDirectory(_fixture.CatalogFolder);
        await File.WriteAllTextAsync(_fixture.File, content, Token);

        await RefusedAsync();

        Assert.Equal(content, await File.ReadAllTextAsync(_fixture.File, Token));
    }

    [Fact]
    public async Task A_database_that_Slipstream_did_not_make_is_not_replaced()
    {
        Directory.CreateDirectory(_fixture.CatalogFolder);
        using (var writer = DuckDbConnection.Open(new DuckDbOptions { File = _fixture.File }))
        {
            await writer.ExecuteAsync("CREATE TABLE precious AS SELECT 1 AS a", Token);
        }

        await RefusedAsync();

        Assert.Equal(["precious"], await _fixture.QueryAsync("SHOW TABLES"));
    }

    public void Dispose() => _fixture.Dispose();

    private async Task RefusedAsync()
    {
        var exception = await Assert.ThrowsAsync<StageException>(() => _fixture.PlanAsync(Some.Commit(1), People));
        Assert.Equal(ExitCode.SettingsWrong, exception.ExitCode);
        Assert.StartsWith($"'{_fixture.File}' was not made by Slipstream and is not replaced: ", exception.Message, StringComparison.Ordinal);
    }

    private async Task<Commit> CommitAsync(long number, string version, int rows) => Some.Commit(
        number,
        Some.Unpartitioned("people", version, await _fixture.WriteAsync("people", version, $"SELECT i AS age FROM range({rows}) AS t(i)")));
}
