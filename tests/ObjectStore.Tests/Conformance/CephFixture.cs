using Amazon.Runtime;
using Amazon.S3;
using Slipstream.Testing.Ceph;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>Ceph's gateway for the tests of a class.</summary>
public sealed class CephFixture : CephGateway
{
    public async Task SkipIfAbsentAsync()
    {
        await StartedAsync();
        Assert.SkipWhen(Absence is not null, Absence ?? "");
    }

    public void Configure(AmazonS3Config config)
    {
        config.ServiceURL = Address.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.DefaultAWSCredentials = new BasicAWSCredentials(AccessKey, SecretKey);
    }
}
