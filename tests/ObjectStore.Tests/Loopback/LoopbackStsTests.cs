using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Slipstream.Testing.Aws;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.ObjectStore.Tests.Loopback;

/// <summary>Who calls the loopback AWS.</summary>
public sealed class LoopbackStsTests : IAsyncDisposable
{
    private static readonly WebIdentityToken Token = new("https://issuer", "sts.amazonaws.com", "system:serviceaccount:airflow:extract");
    private readonly LoopbackAws _aws = LoopbackAws.Start();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public async Task A_pods_token_becomes_a_role_that_the_server_knows_again()
    {
        var credentials = await AssumeAsync(Token.Text);
        using var sts = Sts(credentials);

        var caller = await sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Cancel);

        Assert.Equal(("arn:aws:sts::123456789012:assumed-role/extract/run", "123456789012"), (caller.Arn, caller.Account));
        Assert.StartsWith("ASIAEXTRACT", credentials.AccessKeyId, StringComparison.Ordinal);
        Assert.Empty(_aws.Breaches);
    }

    [Fact]
    public async Task What_is_no_token_becomes_nothing()
    {
        var failure = await Assert.ThrowsAsync<InvalidIdentityTokenException>(() => AssumeAsync("the.pods.token"));

        Assert.Contains("not a valid JWT", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_are_over_or_unknown_are_refused_in_the_services_words()
    {
        _aws.S3.CreateBucket("land");
        var credentials = await AssumeAsync(Token.Text);
        _aws.Sts.Expire();

        Assert.Equal("ExpiredToken", await CodeAsync(credentials));
        Assert.Equal("InvalidToken", await CodeAsync(new SessionAWSCredentials(credentials.AccessKeyId, "any", "another")));
        Assert.Equal("InvalidAccessKeyId", await CodeAsync(new BasicAWSCredentials("AKIAUNKNOWN", "any")));
        Assert.Null(await CodeAsync(await AssumeAsync(Token.Text)));
    }

    private async Task<string?> CodeAsync(AWSCredentials credentials)
    {
        var config = new AmazonS3Config { ForcePathStyle = true };
        _aws.Configure(config);
        using var client = new AmazonS3Client(credentials, config);
        try
        {
            await client.ListObjectsV2Async(new() { BucketName = "land" }, Cancel);
            return null;
        }
        catch (AmazonS3Exception exception)
        {
            return exception.ErrorCode;
        }
    }

    private async Task<Credentials> AssumeAsync(string token)
    {
        using var sts = Sts(new AnonymousAWSCredentials());
        var request = new AssumeRoleWithWebIdentityRequest { RoleArn = "arn:aws:iam::123456789012:role/airflow/extract", RoleSessionName = "run", WebIdentityToken = token };
        return (await sts.AssumeRoleWithWebIdentityAsync(request, Cancel)).Credentials;
    }

    private AmazonSecurityTokenServiceClient Sts(AWSCredentials credentials)
    {
        var config = new AmazonSecurityTokenServiceConfig { MaxErrorRetry = 0 };
        _aws.Configure(config);
        return new AmazonSecurityTokenServiceClient(credentials, config);
    }
}
