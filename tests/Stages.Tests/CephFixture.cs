using Slipstream.Stages.Tests;
using Slipstream.Testing.Ceph;

[assembly: AssemblyFixture(typeof(CephFixture))]

namespace Slipstream.Stages.Tests;

/// <summary>Ceph's gateway for all tests, started by the first that asks for it; asked without the store that is tested.</summary>
public sealed class CephFixture : CephGateway
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What leads the SDK of a process here.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL_S3"] = Address.ToString(),
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
    };

    public async Task SkipIfAbsentAsync()
    {
        await StartedAsync();
        Assert.SkipWhen(Absence is not null, Absence ?? "");
    }

    public async Task CreateBucketAsync(string name)
    {
        using var client = Open();
        await client.PutBucketAsync(name, Token);
    }

    /// <summary>The keys of a bucket, each with its tag and the time it was written.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ObjectsAsync(string bucket)
    {
        using var client = Open();
        var page = await client.ListObjectsV2Async(new() { BucketName = bucket }, Token);
        return (page.S3Objects ?? []).ToDictionary(found => found.Key, found => $"{found.ETag} {found.LastModified:O}");
    }
}
