using System.Text;
using Slipstream.Contracts;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>What every store does. Each test has a folder of its own, so that one server serves them all.</summary>
public abstract class ObjectStoreConformance : IAsyncLifetime
{
    private static int _folders;
    private IObjectStore? _store;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected S3Prefix Folder { get; } = S3Prefix.Parse($"s3://conformance/test-{Interlocked.Increment(ref _folders)}/");

    protected IObjectStore Store => _store!;

    public async ValueTask InitializeAsync() => _store = await OpenStoreAsync();

    public async ValueTask DisposeAsync()
    {
        _store?.Dispose();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_object_is_created_once_and_then_keeps_its_bytes()
    {
        var location = Folder.File("a.txt");

        Assert.Equal(WriteOutcome.Created, await WriteAsync(location, "first"));
        Assert.Equal(WriteOutcome.AlreadyExists, await WriteAsync(location, "second"));

        Assert.Equal("first", await ReadAsync(location));
    }

    [Fact]
    public async Task Of_twenty_racing_writers_one_creates_the_object()
    {
        var location = Folder.File("race.txt");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => WriteAsync(location, $"writer {i}"))));

        Assert.Single(outcomes, WriteOutcome.Created);
        Assert.Equal($"writer {Array.IndexOf(outcomes, WriteOutcome.Created)}", await ReadAsync(location));
    }

    [Fact]
    public async Task Content_is_read_from_its_start_wherever_the_stream_stands()
    {
        var location = Folder.File("a.txt");
        using var content = new MemoryStream("content"u8.ToArray());
        content.Position = 4;

        await Store.WriteOnceAsync(location, content, Sha256Hash.Of("content"u8), Cancel);

        Assert.Equal("content", await ReadAsync(location));
        Assert.True(content.CanRead);
    }

    [Fact]
    public virtual async Task Content_with_another_hash_is_refused_and_leaves_nothing()
    {
        using var content = new MemoryStream("content"u8.ToArray());

        var failure = await Assert.ThrowsAsync<StageException>(
            () => Store.WriteOnceAsync(Folder.File("a.txt"), content, Sha256Hash.Of("other"u8), Cancel));

        Assert.Equal(ExitCode.OutsideFailed, failure.ExitCode);
        Assert.Empty(await ListAsync(Folder));
    }

    [Fact]
    public async Task An_empty_object_is_an_object()
    {
        await WriteAsync(Folder.File("empty"), "");

        Assert.Equal(0, Assert.Single(await ListAsync(Folder)).Length);
        Assert.Equal("", await ReadAsync(Folder.File("empty")));
    }

    [Fact]
    public async Task A_copy_has_the_bytes_of_its_original()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31)).ToArray();
        var original = await StoredAsync(Folder.File("original.bin"), bytes);
        var copy = Folder.File("copies/copy.bin");

        Assert.Equal(WriteOutcome.Created, await Store.CopyOnceAsync(original, copy, Cancel));

        Assert.Equal(Sha256Hash.Of(bytes), (await Store.DigestAsync(copy, Cancel)).Sha256);
        Assert.Equal(bytes, await ReadBytesAsync(copy));
        Assert.Equal(bytes, await ReadBytesAsync(original.Location));
    }

    [Fact]
    public virtual async Task A_copy_never_replaces_an_object()
    {
        var original = await StoredAsync(Folder.File("original"), "new"u8.ToArray());
        await WriteAsync(Folder.File("taken"), "old");

        Assert.Equal(WriteOutcome.AlreadyExists, await Store.CopyOnceAsync(original, Folder.File("taken"), Cancel));

        Assert.Equal("old", await ReadAsync(Folder.File("taken")));
    }

    [Fact]
    public virtual async Task A_replaced_original_is_not_copied()
    {
        var listed = await ReplacedAsync(Folder.File("original"));

        await Assert.ThrowsAsync<ObjectMissingException>(
            () => Store.CopyOnceAsync(listed, Folder.File("copy"), Cancel));

        Assert.Equal("original", Assert.Single(await ListAsync(Folder)).Location.Name);
    }

    [Fact]
    public async Task An_original_that_is_gone_is_not_copied() => await Assert.ThrowsAsync<ObjectMissingException>(
        () => Store.CopyOnceAsync(new StoredObject(Folder.File("never"), 1, "0123456789abcdef0123456789abcdef"), Folder.File("copy"), Cancel));

    [Fact]
    public async Task A_delete_removes_what_was_listed()
    {
        var listed = await StoredAsync(Folder.File("deep/folder/a"), "a"u8.ToArray());

        Assert.Equal(DeleteOutcome.Deleted, await Store.DeleteIfMatchAsync(listed.Location, listed.ETag, Cancel));

        Assert.Empty(await ListAsync(Folder));
    }

    [Fact]
    public virtual async Task A_delete_of_what_is_gone_says_so() => Assert.Equal(
        DeleteOutcome.AlreadyGone,
        await Store.DeleteIfMatchAsync(Folder.File("never"), "0123456789abcdef0123456789abcdef", Cancel));

    [Fact]
    public virtual async Task A_delete_spares_what_was_replaced_since_it_was_listed()
    {
        var listed = await ReplacedAsync(Folder.File("a"));

        Assert.Equal(DeleteOutcome.Changed, await Store.DeleteIfMatchAsync(listed.Location, listed.ETag, Cancel));

        Assert.Equal("two", await ReadAsync(listed.Location));
    }

    [Fact]
    public async Task A_listing_is_in_ordinal_order_of_keys()
    {
        string[] names = ["b", "B", "a/z", "a-z", "a.z", "a", "10", "9", "é"];
        foreach (var name in names.Except(FilesThatAreFolders))
        {
            await WriteAsync(Folder.File(name), name);
        }

        var listed = (await ListAsync(Folder)).Select(stored => Folder.Relative(stored.Location)).ToArray();

        Assert.Equal(names.Except(FilesThatAreFolders).Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task A_folder_never_takes_in_its_namesakes()
    {
        await WriteAsync(Folder.File("table/a"), "a");
        await WriteAsync(Folder.File("table_extra/b"), "b");
        await WriteAsync(Folder.File("tablet"), "c");

        Assert.Equal(Folder.File("table/a"), Assert.Single(await ListAsync(Folder.Folder("table"))).Location);
    }

    [Fact]
    public async Task A_folder_without_objects_lists_nothing() => Assert.Empty(await ListAsync(Folder.Folder("nothing/here")));

    [Fact]
    public async Task A_listing_tells_length_and_a_tag_that_opens()
    {
        var listed = await StoredAsync(Folder.File("a"), "twelve bytes"u8.ToArray());

        Assert.Equal(12, listed.Length);
        Assert.DoesNotContain('"', listed.ETag);
        await using var content = await Store.OpenAsync(listed.Location, listed.ETag, Cancel);
        Assert.Equal("twelve bytes", await new StreamReader(content).ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task What_was_replaced_since_it_was_listed_does_not_open()
    {
        var listed = await ReplacedAsync(Folder.File("a"));

        var failure = await Assert.ThrowsAsync<ObjectMissingException>(() => Store.OpenAsync(listed.Location, listed.ETag, Cancel));

        Assert.Equal(listed.Location, failure.Location);
        Assert.Contains("was replaced", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_neither_opens_nor_hashes()
    {
        await Assert.ThrowsAsync<ObjectMissingException>(() => Store.OpenAsync(Folder.File("never"), null, Cancel));
        await Assert.ThrowsAsync<ObjectMissingException>(() => Store.DigestAsync(Folder.File("never"), Cancel));
    }

    [Fact]
    public async Task The_hash_is_the_one_of_the_bytes()
    {
        await WriteAsync(Folder.File("a"), "some text");

        Assert.Equal(Sha256Hash.Of("some text"u8), (await Store.DigestAsync(Folder.File("a"), Cancel)).Sha256);
    }

    [Theory]
    [InlineData("with space.txt")]
    [InlineData("day=2019-03-07/part.txt")]
    [InlineData("a+b.txt")]
    [InlineData("100%25 & more;?#.txt")]
    [InlineData("Llanfairpwllgwyngyll/naïve–€😀.txt")]
    public async Task Any_readable_key_survives_the_round(string name)
    {
        var original = await StoredAsync(Folder.File(name), "x"u8.ToArray());
        Assert.Equal(Folder.File(name), original.Location);
        Assert.Equal("x", await ReadAsync(original.Location));

        var copy = Folder.File("copy/" + name);
        Assert.Equal(WriteOutcome.Created, await Store.CopyOnceAsync(original, copy, Cancel));
        Assert.Equal(Sha256Hash.Of("x"u8), (await Store.DigestAsync(copy, Cancel)).Sha256);
        Assert.Equal(DeleteOutcome.Deleted, await Store.DeleteIfMatchAsync(original.Location, original.ETag, Cancel));
    }

    [Fact]
    public async Task A_cancelled_call_stops_as_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Store.WriteOnceAsync(Folder.File("a"), new MemoryStream([1]), Sha256Hash.Of([1]), cancelled.Token));
    }

    /// <summary>Names of the ordering test that the store cannot hold beside the others.</summary>
    protected virtual IReadOnlyCollection<string> FilesThatAreFolders => [];

    protected abstract Task<IObjectStore> OpenStoreAsync();

    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    protected Task<WriteOutcome> WriteAsync(S3Location location, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Store.WriteOnceAsync(location, new MemoryStream(bytes), Sha256Hash.Of(bytes), Cancel);
    }

    protected async Task<StoredObject> StoredAsync(S3Location location, byte[] bytes)
    {
        await Store.WriteOnceAsync(location, new MemoryStream(bytes), Sha256Hash.Of(bytes), Cancel);
        return Assert.Single(await ListAsync(Folder), stored => stored.Location == location);
    }

    protected async Task<List<StoredObject>> ListAsync(S3Prefix prefix)
    {
        var all = new List<StoredObject>();
        await foreach (var stored in Store.ListAsync(prefix, Cancel))
        {
            all.Add(stored);
        }

        return all;
    }

    protected async Task<string> ReadAsync(S3Location location) => Encoding.UTF8.GetString(await ReadBytesAsync(location));

    // Other content of the same length, at once: what a coarse clock would take for the same.
    private async Task<StoredObject> ReplacedAsync(S3Location location)
    {
        var listed = await StoredAsync(location, "one"u8.ToArray());
        Assert.Equal(DeleteOutcome.Deleted, await Store.DeleteIfMatchAsync(location, listed.ETag, Cancel));
        await WriteAsync(location, "two");
        return listed;
    }

    private async Task<byte[]> ReadBytesAsync(S3Location location)
    {
        await using var content = await Store.OpenAsync(location, null, Cancel);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Cancel);
        return bytes.ToArray();
    }
}
