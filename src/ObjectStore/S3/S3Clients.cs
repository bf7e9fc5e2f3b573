using Amazon.Runtime;
using Amazon.S3;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Identity;

namespace Slipstream.ObjectStore.S3;

/// <summary>
/// Makes the SDK's client. Credentials, region and endpoint come from the SDK's own chain and variables; retries and
/// time-outs are set here, because the SDK's defaults change between its versions.
/// </summary>
internal static class S3Clients
{
    private const int Retries = 5;

    // No answer to a connection is a fault; a slow answer may be an upload of gigabytes.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromMinutes(10);

    public static IAmazonS3 Create(HostSettings settings, Action<AmazonS3Config> adjust)
    {
        WebIdentity.Register();
        try
        {
            var config = new AmazonS3Config
            {
                ForcePathStyle = settings.S3PathStyle,
                RetryMode = RequestRetryMode.Standard,
                MaxErrorRetry = Retries,
                ConnectTimeout = ConnectTimeout,
                Timeout = RequestTimeout,
            };
            adjust(config);
            return new AmazonS3Client(config);
        }
        catch (AmazonClientException exception)
        {
            throw StageException.OutsideFailed(
                $"The S3 client could not be made: {FailureText.Sentence(exception.Message)} Set AWS_REGION to the region of the buckets.", exception);
        }
    }
}
