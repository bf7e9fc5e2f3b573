using Slipstream.Contracts;

namespace Slipstream.Stages.Tests.DeployDatabase;

public sealed class RollbackTests : IDisposable
{
    private readonly CuratedFixture _fixture = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_older_version_becomes_the_newest_commit_and_is_shown_and_once_more_changes_nothing()
    {
        await CommitTwiceAsync();

        var run = await _fixture.RunAsync("--to-version", CuratedFixture.Version);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"Version {CuratedFixture.Version} is the newest commit again, number 3.", run.Log, StringComparison.Ordinal);
        Assert.Equal(["3"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
        Assert.Equal(["3|" + CuratedFixture.Version], await _fixture.QueryAsync("SELECT commit_number, version FROM slipstream.deployment"));

        var again = await _fixture.RunAsync("--to-version", CuratedFixture.Version);
        Assert.Equal(ExitCode.Done, again.ExitCode);
        Assert.Contains("already: unchanged", again.Log, StringComparison.Ordinal);
        Assert.Equal(3, Commits().Length);
        Assert.Equal(ExitCode.Done, (await _fixture.RunAsync("--to-version", CuratedFixture.LaterVersion)).ExitCode);
        Assert.Equal(["5"], await _fixture.QueryAsync("SELECT count(*) FROM people"));
    }

    [Fact]
    public async Task A_plan_shows_what_would_change_and_commits_nothing()
    {
        await CommitTwiceAsync();
        await _fixture.RunAsync();

        var run = await _fixture.RunAsync("--to-version", CuratedFixture.Version, "--plan");

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"~ people: version {CuratedFixture.LaterVersion}, 5 rows -> version {CuratedFixture.Version}, 3 rows", run.Log, StringComparison.Ordinal);
        Assert.Contains("The catalogue would change, and would show commit 3", run.Log, StringComparison.Ordinal);
        Assert.Equal(2, Commits().Length);
    }

    [Fact]
    public async Task What_was_read_is_not_repeated_so_that_the_next_run_makes_everything_anew()
    {
        await CommitTwiceAsync();

        await _fixture.RunAsync("--to-version", CuratedFixture.Version);

        var commit = await File.ReadAllTextAsync(Commits()[^1], Cancel);
        Assert.Contains("\"inputs\": []", commit, StringComparison.Ordinal);
        Assert.DoesNotContain("latest_run", commit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_version_is_refused_with_those_that_are_known()
    {
        await CommitTwiceAsync();

        var run = await _fixture.RunAsync("--to-version", "1-abc");

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains($"has the version '1-abc'. The versions whose files are all there are: {CuratedFixture.LaterVersion}, {CuratedFixture.Version}.", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_are_refused()
    {
        await CommitTwiceAsync();

        var run = await _fixture.RunAsync("--to-version", CuratedFixture.Version, CuratedFixture.LaterVersion);

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains("wants one version", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_version_whose_files_are_gone_or_others_is_refused_and_nothing_is_committed(bool isGone)
    {
        await CommitTwiceAsync();
        var file = Directory.GetFiles(_fixture.PathOf($"buckets/example-curated/base/people/v-{CuratedFixture.Version}")).Single();
        if (isGone)
        {
            File.Delete(file);
        }
        else
        {
            await File.WriteAllTextAsync(file, "other", Cancel);
        }

        var run = await _fixture.RunAsync("--to-version", CuratedFixture.Version);

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("a file of commit 1, is not there any more, or is another", run.Log, StringComparison.Ordinal);
        Assert.Equal(2, Commits().Length);
    }

    [Fact]
    public async Task Metadata_that_do_not_fit_the_old_files_are_found_before_anything_is_committed()
    {
        await _fixture.CommitAsync(1, CuratedFixture.Version, ("people", [], "SELECT 'a' AS name, 'not a number' AS age"));
        await _fixture.CommitPeopleAsync(2, CuratedFixture.LaterVersion, 5);

        var run = await _fixture.RunAsync("--to-version", CuratedFixture.Version);

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Equal(2, Commits().Length);
    }

    public void Dispose() => _fixture.Dispose();

    private async Task CommitTwiceAsync()
    {
        await _fixture.CommitPeopleAsync(1, CuratedFixture.Version, 3);
        await _fixture.CommitPeopleAsync(2, CuratedFixture.LaterVersion, 5);
    }

    private string[] Commits() => [.. Directory.GetFiles(_fixture.PathOf("buckets/example-curated/base/_slipstream/commits"), "*.json").Order(StringComparer.Ordinal)];
}
