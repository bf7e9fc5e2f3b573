using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Slipstream.Testing;

namespace Slipstream.Catalog.Tests.Commits;

public sealed class CommitLogTests : IDisposable
{
    private static readonly S3Prefix Folder = S3Prefix.Parse("s3://example-curated/base/_slipstream/commits/");

    private readonly TemporaryFolder _folder = new();
    private readonly DirectoryObjectStore _store;
    private readonly CommitLog _log;
    private readonly WriteOnceHandle _write;

    public CommitLogTests()
    {
        _store = new DirectoryObjectStore(_folder.Path);
        var list = new List(Folder, "list");
        var read = new Read(Folder, "read");
        var write = new WriteOnce(Folder, "write");
        var handles = new StageStore(_store, [list, read, write]);
        _log = new CommitLog(handles.Open(list), handles.Open(read));
        _write = handles.Open(write);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_first_commit_there_is_none() => Assert.Null(await _log.NewestAsync(Token));

    [Fact]
    public async Task What_was_committed_is_read_back_as_it_was()
    {
        var commit = Sample(1);

        Assert.True(await _log.TryAppendAsync(commit, _write, Token));
        var read = await _log.NewestAsync(Token);

        Assert.Equivalent(commit, read, strict: true);
        Assert.Equal(42, read!.Table("by_day")!.Rows);
        Assert.Equal("day=2019-11-12", read.Table("by_day")!.Partitions[0].Folder);
        Assert.Equal("day=__HIVE_DEFAULT_PARTITION__", read.Table("by_day")!.Partitions[1].Folder);
    }

    [Fact]
    public async Task The_form_of_a_commit_is_a_contract_with_earlier_releases()
    {
        await _log.TryAppendAsync(Sample(1), _write, Token);

        var text = await File.ReadAllTextAsync(_store.PathOf(_log.LocationOf(1)), Token);

        Assert.Equal(await File.ReadAllTextAsync(Repository.Path("tests", "Catalog.Tests", "Golden", "commit.json"), Token), text + "\n");
    }

    [Fact]
    public async Task A_commit_of_the_first_release_is_still_read()
    {
        _folder.Write("example-curated/base/_slipstream/commits/0000000001.json", await File.ReadAllTextAsync(
            Repository.Path("tests", "Catalog.Tests", "Golden", "commit-v0.1.0.json"), Token));

        var commit = await _log.NewestAsync(Token);

        Assert.Equal((1L, 42L), (commit!.Number, commit.Table("by_day")!.Rows));
        Assert.Null(commit.LatestRun);
        Assert.Empty(commit.Table("by_day")!.Slices);
        Assert.Null(Assert.Single(commit.Inputs).Rows);
    }

    [Fact]
    public async Task The_newest_of_more_than_a_page_is_found()
    {
        const int count = 1006;
        var json = await File.ReadAllTextAsync(Repository.Path("tests", "Catalog.Tests", "Golden", "commit-v0.1.0.json"), Token);
        for (var number = 1; number <= count; number++)
        {
            _folder.Write($"example-curated/base/_slipstream/commits/{number:D10}.json", json.Replace("\"number\": 1", $"\"number\": {number}", StringComparison.Ordinal));
        }

        Assert.Equal(count, (await _log.NewestAsync(Token))!.Number);
        Assert.Equal(count, await _log.NewestNumberAsync(Token));
    }

    [Fact]
    public async Task A_commit_that_an_index_names_and_that_is_gone_is_a_failure_that_names_it()
    {
        var exception = await Assert.ThrowsAsync<StageException>(() => _log.ReadAsync(7, Token));

        Assert.Contains("'s3://example-curated/base/_slipstream/commits/0000000007.json' is not there", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_highest_number_is_the_newest()
    {
        foreach (var number in new[] { 9L, 10L, 2L })
        {
            await _log.TryAppendAsync(Sample(number), _write, Token);
        }

        Assert.Equal(10, (await _log.NewestAsync(Token))!.Number);
    }

    [Fact]
    public async Task Of_writers_that_race_for_a_number_one_wins()
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _log.TryAppendAsync(Sample(1), _write, Token), Token)));

        Assert.Single(won, true);
        Assert.Equal(1, (await _log.NewestAsync(Token))!.Number);
    }

    [Theory]
    [InlineData("{", "Expected depth to be zero")]
    [InlineData("null", "The commit is null.")]
    [InlineData("{ \"number\": 1 }", "missing required properties")]
    [InlineData("{ \"numbre\": 1 }", "'numbre'")]
    [InlineData("{ \"run_timestamp\": \"yesterday\" }", "'yesterday' is not a time in Unix seconds")]
    public async Task A_commit_that_cannot_be_read_is_named(string json, string reason)
    {
        _folder.Write("example-curated/base/_slipstream/commits/0000000001.json", json);

        var exception = await Assert.ThrowsAsync<StageException>(() => _log.NewestAsync(Token));

        Assert.Equal(ExitCode.OutsideFailed, exception.ExitCode);
        Assert.StartsWith($"The commit '{Folder}0000000001.json' cannot be read: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static Commit Sample(long number)
    {
        var table = S3Prefix.Parse("s3://example-curated/base/by_day/");
        return Some.Commit(
            number,
            new CommitTable("by_day",
            [
                Some.Partition(Some.Version, [new PartitionValue("day", "2019-11-12")],
                    new CommitFile(table.File($"day=2019-11-12/v-{Some.Version}/data-part-1.parquet"), 100, Sha256Hash.Of("1"u8), 40)),
                Some.Partition(Some.Version, [new PartitionValue("day", null)],
                    new CommitFile(table.File($"day=__HIVE_DEFAULT_PARTITION__/v-{Some.Version}/data-part-1.parquet"), 10, Sha256Hash.Of("2"u8), 2)),
            ]),
            Some.Unpartitioned("empty", Some.Version));
    }
}
