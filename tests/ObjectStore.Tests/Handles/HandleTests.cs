using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Slipstream.Testing;

namespace Slipstream.ObjectStore.Tests.Handles;

public sealed class HandleTests : IDisposable
{
    private static readonly S3Prefix Table = S3Prefix.Parse("s3://land/table/");
    private static readonly S3Location Outside = S3Location.Parse("s3://land/table_extra/a");
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("day=1/a_1.gz", true)]
    [InlineData("day=1/deeper/a_1.gz", true)] // A star stands for slashes too, as in policies.
    [InlineData("day=1/b_1.gz", false)]
    [InlineData("DAY=1/a_1.gz", false)]
    [InlineData("a_1.gz", false)]
    public async Task A_handle_creates_only_objects_of_its_pattern(string name, bool isTaken)
    {
        var write = Open(new WriteOnce(Table, "write", Pattern: "day=*/a_*.gz"), (store, right) => store.Open(right));

        var failure = await Record.ExceptionAsync(() => write.WriteAsync(Table.File(name), new byte[] { 1 }, Cancel));

        Assert.Equal(isTaken, failure is null);
    }

    [Fact]
    public async Task Handles_refuse_objects_outside_their_folder()
    {
        var read = Open(new Read(Table, "read"), (store, right) => store.Open(right));
        var write = Open(new WriteOnce(Table, "write"), (store, right) => store.Open(right));
        var delete = Open(new DeleteValidated(Table, "delete"), (store, right) => store.Open(right));
        var listed = new StoredObject(Outside, 1, "tag");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => read.OpenAsync(Outside, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => read.OpenAsync(listed, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => read.DigestAsync(Outside, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => write.WriteAsync(Outside, new byte[] { 1 }, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => write.CopyAsync(listed, Outside, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => delete.DeleteAsync(listed, Cancel));
        Assert.Equal("'s3://land/table_extra/a' lies outside 's3://land/table/', which is all that was declared.", failure.Message);
    }

    [Fact]
    public async Task A_right_to_list_a_folder_is_none_to_list_those_below()
    {
        var exact = Open(new List(Table, "list"), (store, right) => store.Open(right));
        var deep = Open(new List(Table, "list", FoldersBelow: true), (store, right) => store.Open(right));

        Assert.Throws<InvalidOperationException>(() => exact.BelowAsync(Table.Folder("day=1"), Cancel));
        Assert.Throws<InvalidOperationException>(() => deep.BelowAsync(S3Prefix.Parse("s3://land/"), Cancel));
        Assert.Empty(await deep.BelowAsync(Table.Folder("day=1"), Cancel).ToListAsync(Cancel));
        Assert.Empty(await exact.AllAsync(Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public void Rights_that_were_not_declared_do_not_open()
    {
        using var inner = new DirectoryObjectStore(_folder.Path);
        var store = new StageStore(inner, [new Read(Table, "read")]);

        Assert.Throws<InvalidOperationException>(() => store.Open(new WriteOnce(Table, "read")));
        Assert.Throws<InvalidOperationException>(() => store.Open(new Read(Table.Folder("deeper"), "read")));
        Assert.NotNull(store.Open(new Read(Table, "read")));
    }

    [Fact]
    public async Task A_read_only_store_reads_and_refuses_changes()
    {
        var location = Table.File("a");
        using var inner = new DirectoryObjectStore(_folder.Path);
        await inner.WriteOnceAsync(location, new MemoryStream([1]), Sha256Hash.Of([1]), Cancel);
        using var store = new ReadOnlyObjectStore(inner);
        var listed = Assert.Single(await store.ListAsync(Table, Cancel).ToListAsync(Cancel));

        Assert.Equal(Sha256Hash.Of([1]), (await store.DigestAsync(location, Cancel)).Sha256);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteOnceAsync(Table.File("b"), new MemoryStream(), default, Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.CopyOnceAsync(listed, Table.File("b"), Cancel));
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.DeleteIfMatchAsync(location, listed.ETag, Cancel));
        Assert.Single(await store.ListAsync(Table, Cancel).ToListAsync(Cancel));
    }

    private THandle Open<TCapability, THandle>(TCapability right, Func<StageStore, TCapability, THandle> open)
        where TCapability : Capability => open(new StageStore(new DirectoryObjectStore(_folder.Path), [right]), right);
}
