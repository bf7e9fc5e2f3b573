using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws.Protocols;

/// <summary>AWS JSON 1.1, which Glue and Athena speak. Requests and answers are held to the service models.</summary>
internal sealed class JsonProtocol(BreachLog breaches, Func<AwsCall, JsonObject> act) : IAwsProtocol
{
    private const string ContentType = "application/x-amz-json-1.1";
    private const string Target = "X-Amz-Target";
    private static readonly ServiceModel[] Models = [ServiceModel.Glue, ServiceModel.Athena];

    public bool Speaks(LoopbackHttpRequest request) => request.Header(Target) is not null;

    public AwsCall Understand(LoopbackHttpRequest request)
    {
        var target = request.Header(Target)!.Split('.');
        var model = Models.FirstOrDefault(model => target is [var prefix, _] && prefix == model.TargetPrefix);
        return model is null || !model.Has(target[1])
            ? throw breaches.Add("UnknownOperationException", $"No operation '{string.Join('.', target)}'.")
            : request.Method == "POST" && request.Path == "/" && request.Header("Content-Type") == ContentType
              && Signature.IsFor(request, model.SigningName, "content-type", "x-amz-target")
            ? new AwsCall(model.SigningName, target[1], JsonNode.Parse(request.Body.Span)!.AsObject()) { Http = request }
            : throw breaches.Add(
                "IncompleteSignatureException", $"{request.Method} {request.Path} of {request.Header("Content-Type")} is signed '{request.Header("Authorization")}'.");
    }

    public LoopbackHttpReply Do(AwsCall call)
    {
        var model = Models.First(model => model.SigningName == call.Service);
        Require(model.Input(call.Operation), call.Body, $"{call}");
        var answer = act(call);
        Require(model.Output(call.Operation), answer, $"{call} answer");
        return Reply(200, call.Http, answer);
    }

    public LoopbackHttpReply Refuse(AwsRefusalException refusal, LoopbackHttpRequest request) =>
        Reply(refusal.Status, request, new JsonObject { ["__type"] = refusal.Code, ["message"] = refusal.Message });

    private void Require(ModelShape shape, JsonObject value, string what)
    {
        var found = shape.Breaches(JsonSerializer.SerializeToElement(value), what).ToList();
        if (found.Count > 0)
        {
            throw breaches.Add("ValidationException", string.Join("; ", found));
        }
    }

    private static LoopbackHttpReply Reply(int status, LoopbackHttpRequest request, JsonObject body) =>
        new(status, Encoding.UTF8.GetBytes(body.ToJsonString()))
        {
            ContentType = ContentType,
            Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = string.Create(CultureInfo.InvariantCulture, $"loopback-{request.Number}") },
        };
}
