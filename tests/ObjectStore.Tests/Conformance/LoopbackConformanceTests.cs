using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.S3;
using Slipstream.Testing.Aws;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>The S3 store against the loopback AWS, which must do all that S3 documents: nothing is skipped.</summary>
public sealed class LoopbackConformanceTests : S3Conformance
{
    private readonly LoopbackAws _aws = LoopbackAws.Start();

    protected override Task<IObjectStore> OpenStoreAsync()
    {
        _aws.S3.CreateBucket(Folder.Bucket);
        var client = S3Clients.Create(new HostSettings { S3PathStyle = true }, _aws.Configure);
        return Task.FromResult<IObjectStore>(new S3ObjectStore(client, TimeProvider.System, new Random(1), Limits, null));
    }

    protected override async ValueTask CloseAsync()
    {
        await _aws.DisposeAsync();
        Assert.Empty(_aws.Breaches);
        Assert.Equal(0, _aws.S3.OpenUploads);
    }
}
