using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Slipstream.ObjectStore.S3;

namespace Slipstream.ObjectStore.Identity;

/// <summary>
/// Asks STS who the caller is, with the credentials that the stage's other clients use. It takes no permission
/// (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html), but not every server like S3 has it.
/// </summary>
public static class Callers
{
    private const int Retries = 1;

    // A network without a way to STS says nothing at all: that must not cost a stage minutes.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    private static readonly string[] AmazonDomains = [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"];

    /// <summary>The caller, or why it is unknown: no answer is no failure here.</summary>
    public static async Task<Caller> AskAsync(CancellationToken cancellationToken)
    {
        if (OtherServer() is { } server)
        {
            return Caller.Unknown($"AWS_ENDPOINT_URL_S3 is '{server}', not Amazon's; AWS_ENDPOINT_URL_STS would name a server to ask.");
        }

        WebIdentity.Register();
        try
        {
            using var client = new AmazonSecurityTokenServiceClient(Config());
            var answer = await client.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
            return answer is { Arn: { Length: > 0 } arn, Account: { Length: > 0 } account }
                ? Caller.Known(arn, account)
                : Caller.Unknown("STS GetCallerIdentity answered without a caller.");
        }
        catch (Exception exception) when (S3Failures.IsOutside(exception, cancellationToken))
        {
            return Caller.Unknown($"STS GetCallerIdentity failed: {S3Failures.Facts(exception)}");
        }
    }

    // Amazon has no business with the keys of somebody else's server.
    private static string? OtherServer() =>
        new AmazonS3Config().ServiceURL is { Length: > 0 } s3
        && string.IsNullOrEmpty(Config().ServiceURL)
        && Uri.TryCreate(s3, UriKind.Absolute, out var url)
        && !Array.Exists(AmazonDomains, domain => url.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase))
            ? s3
            : null;

    private static AmazonSecurityTokenServiceConfig Config() => new()
    {
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = Retries,
        ConnectTimeout = ConnectTimeout,
        Timeout = RequestTimeout,
    };
}
