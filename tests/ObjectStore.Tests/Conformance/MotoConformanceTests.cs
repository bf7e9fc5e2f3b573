using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.S3;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>The S3 store against moto's server, where a machine has one.</summary>
public sealed class MotoConformanceTests(MotoFixture moto) : S3Conformance, IClassFixture<MotoFixture>
{
    // What moto 5 does not implement. S3/S3RequestTests shows that the conditions are sent.
    [Fact]
    public override Task Content_with_another_hash_is_refused_and_leaves_nothing() =>
        Lacking("x-amz-checksum-sha256 on PutObject: it stores the bytes unchecked");

    [Fact]
    public override Task A_replaced_original_is_not_copied() =>
        Lacking("x-amz-copy-source-if-match on CopyObject: it copies what is there now");

    protected override async Task<IObjectStore> OpenStoreAsync()
    {
        moto.SkipIfAbsent();
        await moto.CreateBucketAsync(Folder.Bucket, Cancel);
        return new S3ObjectStore(S3Clients.Create(new HostSettings { S3PathStyle = true }, moto.Configure), TimeProvider.System, new Random(1), Limits, null);
    }

    private static Task Lacking(string what)
    {
        Assert.Skip($"moto does not implement {what}.");
        return Task.CompletedTask;
    }
}
