using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.Testing.Aws.Protocols;

/// <summary>AWS's query protocol, which STS speaks: forms in, XML out.</summary>
internal sealed class QueryProtocol(BreachLog breaches, LoopbackSts sts) : IAwsProtocol
{
    private static readonly XNamespace Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    public bool Speaks(LoopbackHttpRequest request) =>
        request.Method == "POST" && request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true;

    public AwsCall Understand(LoopbackHttpRequest request)
    {
        var form = Encoding.UTF8.GetString(request.Body.Span).Split('&').Select(pair => pair.Split('=', 2)).ToDictionary(
            pair => Uri.UnescapeDataString(pair[0]), pair => (JsonNode?)Uri.UnescapeDataString(pair[1].Replace('+', ' ')));
        var operation = (string?)form.GetValueOrDefault("Action");
        var isWellFormed = operation switch
        {
            "GetCallerIdentity" => Signature.IsFor(request, "sts"),
            "AssumeRoleWithWebIdentity" => request.Header("Authorization") is null,
            _ => false,
        };
        return isWellFormed
            ? new AwsCall("sts", operation!, new JsonObject(form)) { Http = request }
            : throw breaches.Add("InvalidAction", $"STS is not asked '{operation}', signed '{request.Header("Authorization")}', by our client.");
    }

    public LoopbackHttpReply Do(AwsCall call) => Reply(200, call.Http, new XElement(
        Namespace + $"{call.Operation}Response",
        Qualified(sts.Do(call)),
        Metadata(call.Http)));

    public LoopbackHttpReply Refuse(AwsRefusalException refusal, LoopbackHttpRequest request) => Reply(refusal.Status, request, new XElement(
        Namespace + "ErrorResponse",
        new XElement(Namespace + "Error", new XElement(Namespace + "Type", "Sender"), new XElement(Namespace + "Code", refusal.Code), new XElement(Namespace + "Message", refusal.Message)),
        new XElement(Namespace + "RequestId", Id(request))));

    private static XElement Metadata(LoopbackHttpRequest request) => new(Namespace + "ResponseMetadata", new XElement(Namespace + "RequestId", Id(request)));

    private static XElement Qualified(XElement element) =>
        new(Namespace + element.Name.LocalName, element.HasElements ? element.Elements().Select(Qualified) : element.Value);

    private static string Id(LoopbackHttpRequest request) => string.Create(CultureInfo.InvariantCulture, $"loopback-{request.Number}");

    private static LoopbackHttpReply Reply(int status, LoopbackHttpRequest request, XElement root) => new(status, Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting)))
    {
        ContentType = "text/xml",
        Headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = Id(request) },
    };
}
