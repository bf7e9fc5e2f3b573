using Slipstream.Testing.Aws.Roles;

namespace Slipstream.Loopback.Tests;

/// <summary>What a call needs, as golden files show it.</summary>
internal static class Needs
{
    public static string Text(DecidedCall call) => $"{call.Call.Operation}\n" + string.Concat(call.Call.Requests.Select(request =>
        $"  {request.Action} on {request.Resource}{string.Concat(request.Context.Select(pair => $", {pair.Key}={string.Join('|', pair.Value)}"))}\n"));
}
