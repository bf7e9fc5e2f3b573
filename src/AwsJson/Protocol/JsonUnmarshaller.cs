using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Slipstream.AwsJson.Protocol;

/// <summary>Takes the body of an answer as it is, and the code, message and request id of a refusal.</summary>
internal sealed class JsonUnmarshaller : JsonResponseUnmarshaller
{
    public static JsonUnmarshaller Instance { get; } = new();

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        using var body = new MemoryStream();
        context.Stream.CopyTo(body);
        return new JsonAnswer { Body = body.ToArray() };
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(context.Stream);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(context, ref reader);
        return new AmazonServiceException(error.Message, innerException, ErrorType.Unknown, CodeOf(error, statusCode), error.RequestId, statusCode);
    }

    // The SDK tells throttling by the code alone; a proxy that throttles sends none.
    private static string CodeOf(ErrorResponse error, HttpStatusCode statusCode) =>
        string.IsNullOrEmpty(error.Code) && statusCode == HttpStatusCode.TooManyRequests ? "TooManyRequestsException" : error.Code;
}
