using Amazon.Runtime;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.S3;
using Slipstream.Testing.Aws;

namespace Slipstream.ObjectStore.Tests.Loopback;

/// <summary>Credentials that end in the middle of what is done with them.</summary>
public sealed class S3RenewalTests : IAsyncDisposable
{
    private const int AtOnce = 16;
    private const int Rounds = 5;
    private static readonly S3Location Place = S3Location.Parse("s3://land/table/a");
    private readonly LoopbackAws _aws = LoopbackAws.Start();
    private readonly RenewedCredentials _credentials;

    public S3RenewalTests()
    {
        _aws.S3.CreateBucket("land");
        _credentials = new RenewedCredentials(_aws);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task Content_is_sent_again_whole_with_new_credentials()
    {
        using var store = Open(_credentials);
        Assert.Empty(await ListAsync(store));
        _aws.Sts.Expire();

        Assert.Equal(WriteOutcome.Created, await WriteAsync(store));

        Assert.Equal("bytes"u8.ToArray(), _aws.S3.Objects("land")[Place.Key].Bytes.ToArray());
        Assert.Equal(2, _credentials.Made);
    }

    [Fact]
    public async Task A_refusal_that_cannot_say_why_is_taken_for_one_too()
    {
        using var store = Open(_credentials);
        await WriteAsync(store);
        _aws.Sts.Expire();

        Assert.Equal(Sha256Hash.Of("bytes"u8), (await store.DigestAsync(Place, Cancel)).Sha256);

        Assert.Equal("HEAD", _aws.Calls[^1].Http.Method);
        Assert.Equal(2, _credentials.Made);
    }

    [Fact]
    public async Task Calls_that_are_refused_together_get_new_ones_once()
    {
        using var store = Open(_credentials);
        for (var round = 1; round <= Rounds; round++)
        {
            await ListAsync(store);
            _aws.Sts.Expire();

            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => ListAsync(store), Cancel)));

            Assert.Equal(round + 1, _credentials.Made);
        }
    }

    [Fact]
    public async Task New_ones_that_are_over_too_end_it()
    {
        using var store = Open(_credentials);
        _aws.Before = _ => throw AwsRefusalException.Expired("s3");

        var failure = await Assert.ThrowsAsync<StageException>(() => ListAsync(store));

        Assert.Contains("ExpiredToken", failure.Message, StringComparison.Ordinal);
        Assert.Equal((2, 2), (_credentials.Made, _aws.Calls.Count));
    }

    [Fact]
    public async Task Keys_that_nobody_renews_are_not_tried_again()
    {
        var session = _aws.SessionOf("example");
        using var store = Open(new SessionAWSCredentials(session["AWS_ACCESS_KEY_ID"], "any", session["AWS_SESSION_TOKEN"]));
        _aws.Sts.Expire();

        var failure = await Assert.ThrowsAsync<StageException>(() => ListAsync(store));

        Assert.EndsWith("Set new ones, or give the stage a role.", failure.Message, StringComparison.Ordinal);
        Assert.Single(_aws.Calls);
    }

    private static async Task<List<StoredObject>> ListAsync(S3ObjectStore store) => await store.ListAsync(S3Prefix.Parse("s3://land/table/"), Cancel).ToListAsync(Cancel);

    private static Task<WriteOutcome> WriteAsync(S3ObjectStore store) => store.WriteOnceAsync(Place, new MemoryStream("bytes"u8.ToArray()), Sha256Hash.Of("bytes"u8), Cancel);

    private S3ObjectStore Open(AWSCredentials credentials)
    {
        var client = S3Clients.Create(new HostSettings { S3PathStyle = true }, config =>
        {
            _aws.Configure(config);
            config.DefaultAWSCredentials = credentials;
        });
        return new S3ObjectStore(client, TimeProvider.System, new Random(1), S3Limits.Aws, null);
    }
}
