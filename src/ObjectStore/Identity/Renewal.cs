using Amazon.Runtime;

namespace Slipstream.ObjectStore.Identity;

/// <summary>
/// Gets a role new credentials where a server refuses those it has as expired before their time, because clocks differ or sessions were
/// revoked. The SDK renews by the clock alone (https://docs.aws.amazon.com/sdkref/latest/guide/standardized-credentials.html).
/// </summary>
internal sealed class Renewal(IClientConfig config)
{
    /// <summary>What the answer to HEAD says of expired credentials: it has no body that could name them.</summary>
    public const string Unsaid = "BadRequest";

    private readonly Lock _gate = new();
    private int _made;

    /// <summary>Makes a call, and a second time with new credentials if a server says of the old ones, or may mean, that they are over.</summary>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var made = Volatile.Read(ref _made);
        try
        {
            return await call();
        }
        catch (AmazonServiceException exception) when (exception.ErrorCode is "ExpiredToken" or "ExpiredTokenException" or Unsaid)
        {
            if (!await TryAsync(made, cancellationToken))
            {
                throw;
            }
        }

        return await call();
    }

    // Of many calls that are refused together the first forgets the credentials; the others find that it has, and take the new ones.
    private async Task<bool> TryAsync(int made, CancellationToken cancellationToken)
    {
        var resolver = config.IdentityResolverConfiguration.GetIdentityResolver<AWSCredentials>();
        if ((config.DefaultAWSCredentials ?? await resolver.ResolveIdentityAsync(config, cancellationToken)) is not RefreshingAWSCredentials role)
        {
            return false;
        }

        lock (_gate)
        {
            if (_made == made)
            {
                role.ClearCredentials();
                _made++;
            }
        }

        return true;
    }
}
