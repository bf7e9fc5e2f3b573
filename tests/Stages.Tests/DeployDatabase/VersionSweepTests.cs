using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Testing.Aws;
using Slipstream.Testing.Faults;

namespace Slipstream.Stages.Tests.DeployDatabase;

/// <summary>Which files go after a deployment, and which stay whatever happens.</summary>
public sealed class VersionSweepTests : IDisposable
{
    private readonly CuratedFixture _fixture = new() { HasAttempts = true };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<string> Folders => Directory.EnumerateFiles(_fixture.PathOf("buckets/example-curated/base"), "*.parquet", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(_fixture.PathOf("buckets/example-curated/base"), Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal);

    private int Commits => Directory.GetFiles(_fixture.PathOf("buckets/example-curated/base/_slipstream/commits")).Length;

    [Fact]
    public async Task The_newest_two_versions_stay_and_older_ones_go_once_the_newest_is_shown()
    {
        await CommitAsync(1, 2, 3);

        var run = await _fixture.RunAsync();

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal([Folder(2), Folder(3)], Folders);
        Assert.Equal(3, Commits);
        Assert.Contains("Removed 1 files that none of the newest 2 versions names", run.Log, StringComparison.Ordinal);
        Assert.Equal(["3"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
    }

    [Theory]
    [InlineData(1, new[] { 4 })]
    [InlineData(3, new[] { 2, 3, 4 })]
    [InlineData(9, new[] { 1, 2, 3, 4 })]
    public async Task As_many_versions_stay_as_are_asked_for(int keep, int[] stay)
    {
        _fixture.Environment["KEEP_VERSIONS"] = $"{keep}";
        await CommitAsync(1, 2, 3, 4);

        await _fixture.RunAsync();

        Assert.Equal(stay.Select(Folder), Folders);
    }

    [Fact]
    public async Task A_plan_removes_nothing()
    {
        await CommitAsync(1, 2, 3);

        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync("--plan")).ExitCode);

        Assert.Equal([Folder(1), Folder(2), Folder(3)], Folders);
    }

    [Fact]
    public async Task Files_of_an_older_version_that_a_kept_one_names_too_stay()
    {
        _fixture.WriteMetadata("people.json", """
            {
              "name": "people", "description": "People.", "data_format": "parquet", "location": "people", "partitions": ["age"],
              "columns": [{ "name": "name", "type": "character", "description": "The name." }, { "name": "age", "type": "int", "description": "In years." }]
            }
            """);
        await _fixture.CommitAsync(1, Version(1), ("people", [new("age", "1")], "SELECT 'a' AS name"), ("people", [new("age", "2")], "SELECT 'b' AS name"));
        var kept = (await NewestAsync()).Tables[0].Partitions[0];
        for (var i = 2; i <= 4; i++)
        {
            await _fixture.CommitAsync(i, Version(i), ("people", [new("age", "2")], "SELECT 'b' AS name"));
            await ReplaceAsync(await NewestAsync(), commit => commit with { Tables = [new CommitTable("people", [kept, .. commit.Tables[0].Partitions])] });
        }

        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync()).ExitCode);

        Assert.Equal([$"people/age=1/v-{Version(1)}-1", $"people/age=2/v-{Version(3)}-3", $"people/age=2/v-{Version(4)}-4"], Folders);
        Assert.Equal(["1|a", "2|b"], await _fixture.QueryAsync("SELECT age, name FROM people ORDER BY age"));
    }

    [Fact]
    public async Task What_no_commit_names_stays_whatever_it_is()
    {
        await CommitAsync(1, 2, 3);
        string[] strangers =
        [
            $"{Folder(1)}/by-hand.parquet", // In a folder that goes.
            $"people/v-{Version(1)}-2/data-part-1.parquet", // An attempt that lost its number.
            $"people/v-{Version(3)}-4/data-part-1.parquet", // An attempt that is under way.
            $"people/v-{Version(1)}/data-part-1.parquet", // As v0.1.0 named folders.
            "people/v-mine-1/data-part-1.parquet",
            "people/data-part-1.parquet",
            $"elsewhere/v-{Version(1)}-1/data-part-1.parquet",
        ];
        foreach (var stranger in strangers)
        {
            _fixture.WriteFile($"buckets/example-curated/base/{stranger}");
        }

        var replaced = Directory.GetFiles(_fixture.PathOf($"buckets/example-curated/base/{Folder(1)}"), "data*").Single();
        await File.AppendAllTextAsync(replaced, "more", Cancel);

        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync()).ExitCode);

        Assert.All(strangers, stranger => Assert.True(File.Exists(_fixture.PathOf($"buckets/example-curated/base/{stranger}")), stranger));
        Assert.True(File.Exists(replaced));
    }

    [Fact]
    public async Task Databases_that_are_published_in_place_have_no_versions_to_remove()
    {
        await CommitAsync(1, 2, 3);
        await ReplaceAsync(await NewestAsync(), commit => commit with { IsInPlace = true });

        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync()).ExitCode);

        Assert.Equal([Folder(1), Folder(2), Folder(3)], Folders);
    }

    [Fact]
    public async Task A_version_that_was_gone_back_to_counts_once_and_going_back_removes_nothing()
    {
        await CommitAsync(1, 2);
        await _fixture.RunAsync();
        _fixture.Environment["KEEP_VERSIONS"] = "1";
        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync("--to-version", Version(1))).ExitCode);
        Assert.Equal([Folder(1), Folder(2)], Folders);
        _fixture.Environment["KEEP_VERSIONS"] = "2";
        await CommitAsync(4);

        await _fixture.RunAsync();

        Assert.Equal([Folder(1), Folder(4)], Folders);
    }

    [Fact]
    public async Task Going_back_to_what_was_removed_names_the_versions_that_are_there()
    {
        await CommitAsync(1, 2, 3);
        await _fixture.RunAsync();

        var run = await _fixture.RunAsync("--to-version", Version(1));

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains($"a file of commit 1, is not there any more, or is another. Restore it, or go back to another version. The versions whose files are all there are: {Version(3)}, {Version(2)}.", run.Log, StringComparison.Ordinal);
        Assert.Equal(3, Commits);
    }

    [Fact]
    public async Task A_table_that_was_left_in_glue_keeps_the_files_that_it_shows()
    {
        await using var aws = LoopbackAws.Start();
        _fixture.WriteMetadata("old.json", """
            { "name": "old", "description": "Old.", "data_format": "parquet", "location": "old", "columns": [{ "name": "a", "type": "int", "description": "A." }] }
            """);
        await _fixture.CommitAsync(1, Version(1), ("people", [], "SELECT 'a' AS name, 1 AS age"), ("old", [], "SELECT 1 AS a"));
        await _fixture.RunOnGlueAsync(aws);
        File.Delete(_fixture.PathOf("meta_data/old.json"));
        await CommitAsync(2, 3);

        var run = await _fixture.RunOnGlueAsync(aws);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal([$"old/v-{Version(1)}-1", Folder(2), Folder(3)], Folders);
        Assert.Contains("1 files of old versions stay: something in the catalogue points to their folders.", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Removed 0 files", (await _fixture.RunOnGlueAsync(aws)).Log, StringComparison.Ordinal);
        Assert.Empty(aws.Breaches);
    }

    [Fact]
    public async Task Nothing_is_removed_if_glue_could_not_be_repointed()
    {
        await using var aws = LoopbackAws.Start();
        await CommitAsync(1);
        await _fixture.RunOnGlueAsync(aws);
        await CommitAsync(2, 3, 4);
        aws.Before = call => call.IsWrite ? throw new AwsRefusalException("AccessDeniedException", "No.") : null;

        Assert.Equal(ExitCode.OutsideFailed, (await _fixture.RunOnGlueAsync(aws)).ExitCode);

        Assert.Equal([Folder(1), Folder(2), Folder(3), Folder(4)], Folders);
    }

    [Trait("lane", "slow")]
    [Fact]
    public async Task A_long_history_costs_no_call_more_than_a_short_one()
    {
        await CommitAsync([.. Enumerable.Range(1, 5)]);
        await _fixture.RunAsync();
        var calls = await CallsAsync();

        await CommitAsync([.. Enumerable.Range(6, 40)]);
        await _fixture.RunAsync();

        Assert.Equal([Folder(44), Folder(45)], Folders);
        Assert.Equal(calls, await CallsAsync());
        Assert.InRange(calls, 5, 10);
    }

    [Trait("lane", "slow")]
    [Theory]
    [InlineData(Fault.Refused)]
    [InlineData(Fault.AnswerLost)]
    [InlineData(Fault.Late)]
    [InlineData(Fault.DoneAfterTimeout)]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    public async Task Cut_off_at_any_call_the_next_run_removes_the_rest_and_nothing_else(Fault fault)
    {
        for (var call = 1; ; call++)
        {
            using var fixture = new CuratedFixture { HasAttempts = true };
            for (var i = 1; i <= 4; i++)
            {
                await fixture.CommitPeopleAsync(i, Version(i), i);
            }

            var witness = new Witness(null);
            var store = new FaultyStore(fixture.Store, witness, call, fault);
            var first = fixture.RunOverAsync(store);
            await Task.WhenAny(first, store.Killed);
            var calls = store.Calls;
            await store.UnderWayAsync();
            Assert.True(File.Exists(fixture.PathOf($"buckets/example-curated/base/{Folder(4)}/data-part-1.parquet")));

            Assert.Equal(ExitCode.Done, (await fixture.RunAsync()).ExitCode);
            await store.DeliverLateAsync();

            Assert.Equal([3, 4], Enumerable.Range(1, 4).Where(i => Directory.Exists(fixture.PathOf($"buckets/example-curated/base/{Folder(i)}"))));
            Assert.Equal(["4"], await fixture.QueryAsync("SELECT count(*) FROM people"));
            if (calls < call)
            {
                Assert.True(calls > 8, $"only {calls} calls");
                return;
            }
        }
    }

    public void Dispose() => _fixture.Dispose();

    private static string Version(int number) => $"{1573569000 + number}-0123456789ab";

    private static string Folder(int number) => $"people/v-{Version(number)}-{number}";

    private async Task CommitAsync(params int[] numbers)
    {
        foreach (var number in numbers)
        {
            await _fixture.CommitPeopleAsync(number, Version(number), number);
        }
    }

    private async Task<int> CallsAsync()
    {
        var store = new FaultyStore(_fixture.Store, new Witness(null), int.MaxValue, Fault.Refused);
        Assert.Equal(ExitCode.Done, (await _fixture.RunOverAsync(store)).ExitCode);
        return store.Calls;
    }

    private Task<Commit> NewestAsync() => _fixture.NewestAsync();

    // Commits are never changed but by a test that wants a history it would take a pipeline to make.
    private async Task ReplaceAsync(Commit commit, Func<Commit, Commit> change)
    {
        File.Delete(_fixture.PathOf($"buckets/example-curated/base/_slipstream/commits/{commit.Number:0000000000}.json"));
        await _fixture.AppendAsync(change(commit));
    }
}
