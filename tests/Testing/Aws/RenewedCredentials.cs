using Amazon.Runtime;

namespace Slipstream.Testing.Aws;

/// <summary>Credentials of a role of the loopback AWS, which the SDK gets anew when they are forgotten.</summary>
public sealed class RenewedCredentials(LoopbackAws aws) : RefreshingAWSCredentials
{
    private int _made;

    /// <summary>How often new ones were asked for.</summary>
    public int Made => Volatile.Read(ref _made);

    protected override CredentialsRefreshState GenerateNewCredentials()
    {
        Interlocked.Increment(ref _made);
        var session = aws.SessionOf("example");
        return new CredentialsRefreshState(
            new ImmutableCredentials(session["AWS_ACCESS_KEY_ID"], "any", session["AWS_SESSION_TOKEN"]), TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1));
    }
}
