using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws;

/// <summary>A request that the loopback AWS has understood.</summary>
/// <param name="Service">glue or athena.</param>
/// <param name="Operation">As in the service model.</param>
/// <param name="Body">What was sent.</param>
public sealed record AwsCall(string Service, string Operation, JsonObject Body)
{
    /// <summary>Whether the call is meant to change something.</summary>
    public bool IsWrite => !Operation.StartsWith("Get", StringComparison.Ordinal);

    public override string ToString() => $"{Service} {Operation}";
}
