using System.Runtime.Versioning;
using Slipstream.Contracts;
using Slipstream.ObjectStore.Directories;
using Slipstream.Testing;

namespace Slipstream.ObjectStore.Tests.Directories;

public sealed class DirectoryObjectStoreTests : IDisposable
{
    private static readonly S3Prefix Land = S3Prefix.Parse("s3://land/");
    private readonly TemporaryFolder _folder = new();
    private readonly DirectoryObjectStore _store;

    public DirectoryObjectStoreTests() => _store = new DirectoryObjectStore(_folder.Path);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_object_is_a_plain_file()
    {
        await WriteAsync(_store, Land.File("table/a.txt"));

        Assert.Equal(_folder.File("land/table/a.txt"), _store.PathOf(Land.File("table/a.txt")));
        Assert.Equal("x", await File.ReadAllTextAsync(_folder.File("land/table/a.txt"), Cancel));
    }

    [Fact]
    public async Task A_file_on_its_way_in_is_in_no_listing()
    {
        using var content = new GatedStream();
        var write = _store.WriteOnceAsync(Land.File("a"), content, Sha256Hash.Of([1]), Cancel);
        await content.IsRead;

        Assert.NotEmpty(Directory.GetFiles(_folder.File(".incoming")));
        Assert.Empty(await ListAsync(Land));

        content.Release();
        Assert.Equal(WriteOutcome.Created, await write);
        Assert.Empty(Directory.GetFiles(_folder.File(".incoming")));
        Assert.Single(await ListAsync(Land));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_removed_a_day_later()
    {
        var old = _folder.Write(".incoming/old", "half");
        var recent = _folder.Write(".incoming/recent", "half");
        File.SetLastWriteTimeUtc(old, File.GetLastWriteTimeUtc(recent) - TimeSpan.FromHours(25));

        await WriteAsync(_store, Land.File("a"));

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(recent));
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_an_outside_failure()
    {
        using var store = new DirectoryObjectStore("/proc/slipstream");

        var failure = await Assert.ThrowsAsync<StageException>(() => WriteAsync(store, Land.File("a")));

        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
        Assert.StartsWith("The object store in '/proc/slipstream' failed:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_directory_without_permission_is_an_outside_failure()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Permissions do not hold for this user.");
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var failure = await Assert.ThrowsAsync<StageException>(() => WriteAsync(_store, Land.File("a")));
        File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
    }

    [Theory]
    [InlineData("a", "a/b")]
    [InlineData("a", "a/b/c")]
    [InlineData("a/b", "a")]
    public async Task A_name_cannot_be_a_file_and_a_folder(string first, string second)
    {
        await WriteAsync(_store, Land.File(first));

        var failure = await Assert.ThrowsAsync<StageException>(() => WriteAsync(_store, Land.File(second)));

        Assert.Equal(
            $"'s3://land/{second}' cannot be kept in a directory: '{_folder.File("land/a")}' would have to be a file and a folder at once. "
            + "Give one of the two objects another name.",
            failure.Message);
    }

    [Fact]
    public async Task A_name_too_long_for_a_file_is_an_outside_failure()
    {
        var failure = await Assert.ThrowsAsync<StageException>(() => WriteAsync(_store, Land.File(new string('n', 300))));

        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
    }

    [Fact]
    public async Task A_file_whose_name_no_object_can_have_is_reported()
    {
        var path = _folder.Write("land/two\nlines", "x");

        var failure = await Assert.ThrowsAsync<StageException>(() => ListAsync(Land));

        Assert.Contains(path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_not_objects()
    {
        _folder.Write("land/a", "x");
        _folder.Write("elsewhere/b", "y");
        File.CreateSymbolicLink(_folder.File("land/link"), _folder.File("elsewhere/b"));
        Directory.CreateSymbolicLink(_folder.File("land/loop"), _folder.File("land"));

        Assert.Equal(Land.File("a"), Assert.Single(await ListAsync(Land)).Location);
        await Assert.ThrowsAsync<ObjectMissingException>(() => _store.OpenAsync(Land.File("link"), null, Cancel));
    }

    [Fact]
    public async Task A_delete_tidies_empty_folders_and_only_within_the_bucket()
    {
        using var store = new DirectoryObjectStore(_folder.File("x/../store/"));
        await WriteAsync(store, Land.File("a/b/c"));
        var listed = Assert.Single(await store.ListAsync(Land, Cancel).ToListAsync(Cancel));

        Assert.Equal(DeleteOutcome.Deleted, await store.DeleteIfMatchAsync(listed.Location, listed.ETag, Cancel));

        Assert.True(Directory.Exists(_folder.File("store/land")));
        Assert.False(Directory.Exists(_folder.File("store/land/a")));
    }

    [Fact]
    public async Task Writes_deletes_and_listings_of_one_folder_do_not_disturb_each_other()
    {
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 50; i++)
                {
                    var location = Land.File($"deep/folder/{writer}-{i}");
                    Assert.Equal(WriteOutcome.Created, await WriteAsync(_store, location));
                    var listed = (await ListAsync(Land.Folder("deep"))).Single(stored => stored.Location == location);
                    Assert.Equal(DeleteOutcome.Deleted, await _store.DeleteIfMatchAsync(location, listed.ETag, Cancel));
                }
            },
            Cancel));

        await Task.WhenAll(writers);

        Assert.Empty(await ListAsync(Land));
    }

    [Fact]
    public async Task An_open_object_is_read_to_its_end_although_it_is_deleted()
    {
        await WriteAsync(_store, Land.File("a"));
        var listed = Assert.Single(await ListAsync(Land));
        await using var content = await _store.OpenAsync(listed.Location, listed.ETag, Cancel);

        await _store.DeleteIfMatchAsync(listed.Location, listed.ETag, Cancel);

        Assert.Equal("x", await new StreamReader(content).ReadToEndAsync(Cancel));
    }

    private static Task<WriteOutcome> WriteAsync(DirectoryObjectStore store, S3Location location) =>
        store.WriteOnceAsync(location, new MemoryStream("x"u8.ToArray()), Sha256Hash.Of("x"u8), Cancel);

    private async Task<List<StoredObject>> ListAsync(S3Prefix prefix) => await _store.ListAsync(prefix, Cancel).ToListAsync(Cancel);
}
