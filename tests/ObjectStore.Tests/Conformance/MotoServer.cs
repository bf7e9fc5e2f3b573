using Amazon.Runtime;
using Amazon.S3;
using Slipstream.Testing.Aws;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>moto's S3, for the tests of one class.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private MotoProcess? _moto;

    public async ValueTask InitializeAsync() => _moto = await MotoProcess.StartAsync();

    public ValueTask DisposeAsync() => _moto!.DisposeAsync();

    public void SkipIfAbsent() => Assert.SkipWhen(_moto!.Absence is not null, _moto.Absence ?? "");

    public void Configure(AmazonS3Config config)
    {
        config.ServiceURL = _moto!.Url.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.DefaultAWSCredentials = new BasicAWSCredentials("any", "any");
    }

    public async Task CreateBucketAsync(string name, CancellationToken cancellationToken)
    {
        var config = new AmazonS3Config { ForcePathStyle = true };
        Configure(config);
        using var client = new AmazonS3Client(config);
        try
        {
            await client.PutBucketAsync(name, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "BucketAlreadyOwnedByYou" or "BucketAlreadyExists")
        {
            // By an earlier test.
        }
    }
}
