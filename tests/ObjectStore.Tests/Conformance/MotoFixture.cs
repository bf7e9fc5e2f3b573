using Amazon.Runtime;
using Amazon.S3;
using Slipstream.Testing;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>moto's server for the tests of a class.</summary>
public sealed class MotoFixture : MotoServer, IAsyncLifetime
{
    public void SkipIfAbsent() => Assert.SkipWhen(Absence is not null, Absence ?? "");

    public void Configure(AmazonS3Config config)
    {
        config.ServiceURL = Address.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.DefaultAWSCredentials = new BasicAWSCredentials("any", "any");
    }
}
