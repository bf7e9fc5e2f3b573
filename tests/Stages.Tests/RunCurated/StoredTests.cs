using System.Text;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;
using Slipstream.Stages.RunCurated.Publishing;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.RunCurated;

public sealed class StoredTests
{
    private static readonly S3Prefix Folder = S3Prefix.Parse("s3://example-curated/things/");

    [Fact]
    public async Task Each_folder_is_listed_once_however_many_of_its_objects_are_asked_for()
    {
        using var store = new WatchedStore(new InMemoryObjectStore());
        S3Location[] there = [Folder.File("a/1"), Folder.File("a/2"), Folder.File("a/b/1"), Folder.File("c/1")];
        foreach (var location in there)
        {
            var bytes = Encoding.UTF8.GetBytes(location.Key);
            await store.WriteOnceAsync(location, new MemoryStream(bytes), Sha256Hash.Of(bytes), TestContext.Current.CancellationToken);
        }

        var list = new List(Folder, "list", FoldersBelow: true);
        var absent = Folder.File("a/3");
        var stored = await Stored.FindAsync(
            new StageStore(store, [list]).Open(list), [.. there[..3], absent], TestContext.Current.CancellationToken);

        Assert.Equal([Folder.Folder("a"), Folder.Folder("a/b")], store.Lists);
        Assert.Equal(there[..3], stored.All.Select(found => found.Location).Order());
        Assert.Equal(there[1], stored.At(there[1]).Location);
        Assert.Null(stored.Find(there[3]));
        Assert.Equal($"'{absent}' is not there.", Assert.Throws<ObjectMissingException>(() => stored.At(absent)).Message);
    }
}
