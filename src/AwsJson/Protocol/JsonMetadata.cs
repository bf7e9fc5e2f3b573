using Amazon.Runtime.Internal;

namespace Slipstream.AwsJson.Protocol;

/// <summary>The service's name for the SDK's user agent and metrics.</summary>
internal sealed class JsonMetadata(JsonService service) : IServiceMetadata
{
    public string ServiceId => service.Id;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
