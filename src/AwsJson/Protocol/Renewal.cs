using Amazon.Runtime;

namespace Slipstream.AwsJson.Protocol;

/// <summary>
/// Credentials of a role that a server refuses as expired before their time, because clocks differ or sessions were revoked. The SDK renews by
/// the clock alone (https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html).
/// </summary>
internal static class Renewal
{
    /// <summary>Whether that is what a server said.</summary>
    public static bool IsExpired(AmazonServiceException exception) => exception.ErrorCode == "ExpiredTokenException";

    /// <summary>Forgets them, so that the next call gets new ones; false if nobody has any to give.</summary>
    public static async Task<bool> TryAsync(IClientConfig config, CancellationToken cancellationToken)
    {
        var resolver = config.IdentityResolverConfiguration.GetIdentityResolver<AWSCredentials>();
        if ((config.DefaultAWSCredentials ?? await resolver.ResolveIdentityAsync(config, cancellationToken)) is not RefreshingAWSCredentials role)
        {
            return false;
        }

        role.ClearCredentials();
        return true;
    }
}
