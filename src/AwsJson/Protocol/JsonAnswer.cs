using Amazon.Runtime;

namespace Slipstream.AwsJson.Protocol;

/// <summary>An answer on its way back.</summary>
internal sealed class JsonAnswer : AmazonWebServiceResponse
{
    public byte[] Body { get; init; } = [];
}
