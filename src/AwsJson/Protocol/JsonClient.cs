using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Slipstream.ObjectStore.Identity;

namespace Slipstream.AwsJson.Protocol;

/// <summary>One service over the SDK's own pipeline: credentials, signature, retries, clock skew and user agent are its work.</summary>
internal sealed class JsonClient(JsonService service, JsonConfig config) : AmazonServiceClient(config)
{
    private readonly Renewal _renewal = new(config);

    private readonly InvokeOptions _options = new()
    {
        RequestMarshaller = new JsonMarshaller(service),
        ResponseUnmarshaller = JsonUnmarshaller.Instance,
    };

    // The base class asks for it in its constructor, before fields of this class are there.
    protected override IServiceMetadata ServiceMetadata => new JsonMetadata(service);

    /// <summary>Makes a client; nothing is asked of the service yet.</summary>
    /// <exception cref="AwsException">The SDK finds no region.</exception>
    public static JsonClient Create(JsonService service, Action<ClientConfig> adjust)
    {
        try
        {
            var config = new JsonConfig(service);
            adjust(config);
            return new JsonClient(service, config);
        }
        catch (AmazonClientException exception)
        {
            throw AwsException.NoAnswer(service.Id, "client", exception);
        }
    }

    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        string operation, TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TResponse> responseType, CancellationToken cancellationToken)
    {
        var call = new JsonCall(operation, JsonSerializer.SerializeToUtf8Bytes(request, requestType));
        try
        {
            var answer = await _renewal.CallAsync(() => InvokeAsync<JsonAnswer>(call, _options, cancellationToken), cancellationToken);
            return JsonSerializer.Deserialize(answer.Body, responseType) ?? throw new JsonException("The answer is null.");
        }
        catch (AmazonServiceException exception) when (exception.StatusCode >= HttpStatusCode.BadRequest)
        {
            throw AwsException.Refused(service.Id, operation, exception);
        }
        catch (Exception exception) when (IsOutside(exception, cancellationToken))
        {
            throw AwsException.NoAnswer(service.Id, operation, exception);
        }
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) =>
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());

    // An answer that breaks off is one with status 200 to the SDK. Its time-outs are cancellations or exceptions of their own.
    private static bool IsOutside(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException or IOException or JsonException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };
}
