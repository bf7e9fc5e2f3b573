using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.S3;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>The S3 store against moto's server, where a machine has one.</summary>
public sealed class MotoConformanceTests(MotoFixture moto) : ObjectStoreConformance, IClassFixture<MotoFixture>
{
    // Parts as small as S3 allows.
    private static readonly S3Limits Limits = new() { LargestRequest = 6 * 1024 * 1024, PartBytes = 5 * 1024 * 1024 };

    // What moto 5 does not implement. S3/S3RequestTests shows that the conditions are sent.
    [Fact]
    public override Task Content_with_another_hash_is_refused_and_leaves_nothing() =>
        Lacking("x-amz-checksum-sha256 on PutObject: it stores the bytes unchecked");

    [Fact]
    public override Task A_copy_never_replaces_an_object() => Lacking("If-None-Match on CopyObject: it replaces the object");

    [Fact]
    public override Task A_replaced_original_is_not_copied() =>
        Lacking("x-amz-copy-source-if-match on CopyObject: it copies what is there now");

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

    protected override async Task<IObjectStore> OpenStoreAsync()
    {
        moto.SkipIfAbsent();
        await moto.CreateBucketAsync(Folder.Bucket, Cancel);
        return new S3ObjectStore(S3Clients.Create(new HostSettings { S3PathStyle = true }, moto.Configure), TimeProvider.System, new Random(1), Limits);
    }

    private static Task Lacking(string what)
    {
        Assert.Skip($"moto does not implement {what}.");
        return Task.CompletedTask;
    }
}
