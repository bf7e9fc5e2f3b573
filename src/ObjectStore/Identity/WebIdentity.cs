using Amazon.Runtime;
using Amazon.RuntimeDependencies;
using Amazon.SecurityToken;

namespace Slipstream.ObjectStore.Identity;

/// <summary>
/// The client by which the SDK turns a pod's token into a role (IRSA). Left alone, the SDK looks its type up by name, which a
/// trimmer cannot see: the program would build, and fail in its pod. Whoever makes a client of AWS registers it first.
/// </summary>
internal static class WebIdentity
{
    // What the SDK hands over is used as its own look-up uses it; the request is not signed.
    public static void Register() => GlobalRuntimeDependencyRegistry.Instance.RegisterSecurityTokenServiceClient(context =>
    {
        var config = new AmazonSecurityTokenServiceConfig();
        if (context.SecurityTokenServiceClientContextData is { } wanted)
        {
            config.RegionEndpoint = wanted.Region;
            if (wanted.ProxySettings is { } proxy)
            {
                config.SetWebProxy(proxy);
            }
        }

        return new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), config);
    });
}
