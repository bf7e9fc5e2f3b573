using Amazon.Runtime;

namespace Slipstream.AwsJson.Protocol;

/// <summary>A request on its way through the SDK's pipeline, which knows only descendants of this class.</summary>
internal sealed class JsonCall(string operation, byte[] body) : AmazonWebServiceRequest
{
    public string Operation => operation;

    public byte[] Body => body;
}
