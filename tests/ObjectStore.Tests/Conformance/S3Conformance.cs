using Slipstream.ObjectStore.S3;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>What the S3 store does besides, with a server that pages and takes parts.</summary>
public abstract class S3Conformance : ObjectStoreConformance
{
    /// <summary>Parts as small as S3 allows.</summary>
    private protected static S3Limits Limits { get; } = new() { LargestRequest = 6 * 1024 * 1024, PartBytes = 5 * 1024 * 1024 };

    [Trait("lane", "slow")]
    [Fact]
    public async Task A_listing_goes_on_beyond_one_page()
    {
        const int many = 1005;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, many),
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel },
            async (i, _) => await WriteAsync(Folder.File($"{i:0000}"), "x"));

        var listed = await ListAsync(Folder);

        Assert.Equal(Enumerable.Range(0, many).Select(i => $"{i:0000}"), listed.Select(stored => stored.Location.Name));
    }

    [Fact]
    public async Task Large_objects_are_written_and_copied_in_parts()
    {
        var bytes = Enumerable.Range(0, 12 * 1024 * 1024).Select(i => (byte)(i * 31)).ToArray();
        var original = await StoredAsync(Folder.File("large"), bytes);
        var copy = Folder.File("copies/large");

        Assert.Equal(WriteOutcome.Created, await Store.CopyOnceAsync(original, copy, Cancel));
        Assert.Equal(WriteOutcome.AlreadyExists, await Store.CopyOnceAsync(original, copy, Cancel));
        Assert.Equal(WriteOutcome.AlreadyExists, await Store.WriteOnceAsync(copy, new MemoryStream(bytes), Sha256Hash.Of(bytes), Cancel));

        Assert.Equal(new ContentDigest(Sha256Hash.Of(bytes), bytes.Length), await Store.DigestAsync(original.Location, Cancel));
        Assert.Equal(new ContentDigest(Sha256Hash.Of(bytes), bytes.Length), await Store.DigestAsync(copy, Cancel));
    }
}
