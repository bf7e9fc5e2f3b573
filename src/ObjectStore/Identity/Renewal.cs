using Amazon.Runtime;

namespace Slipstream.ObjectStore.Identity;

/// <summary>
/// Credentials of a role that a server refuses as expired before their time, because clocks differ or sessions were revoked. The SDK renews by
/// the clock alone (https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html).
/// </summary>
internal static class Renewal
{
    /// <summary>What the answer to HEAD says of expired credentials: it has no body that could name them.</summary>
    public const string Unsaid = "BadRequest";

    /// <summary>Whether that is what a server said, or may have meant.</summary>
    public static bool IsExpired(AmazonServiceException exception) => exception.ErrorCode is "ExpiredToken" or Unsaid;

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
