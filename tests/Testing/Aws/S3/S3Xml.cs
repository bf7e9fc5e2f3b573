using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Slipstream.Testing.Aws.S3;

/// <summary>S3's answers as XML.</summary>
internal static class S3Xml
{
    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static LoopbackHttpReply Document(string root, params IEnumerable<XElement> children) => Reply(200, Element(root, [.. children]));

    public static XElement Element(string name, params object[] content) => new(Namespace + name, content);

    /// <summary>A refusal; with status 200 it is the kind that a client must look into the body to see.</summary>
    public static LoopbackHttpReply Refusal(AwsRefusalException refusal, LoopbackHttpRequest request) => Reply(refusal.Status, new XElement(
        "Error",
        new XElement("Code", refusal.Code),
        new XElement("Message", refusal.Message),
        new XElement("Resource", request.Path),
        new XElement("RequestId", Id(request)))) with
    {
        Headers = Headers(request),
    };

    public static IReadOnlyDictionary<string, string> Headers(LoopbackHttpRequest request) => new Dictionary<string, string> { ["x-amz-request-id"] = Id(request) };

    public static XElement Parse(ReadOnlyMemory<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray());
        return XDocument.Load(stream).Root!;
    }

    public static string? Text(XElement parent, string name) => parent.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value;

    private static string Id(LoopbackHttpRequest request) => string.Create(CultureInfo.InvariantCulture, $"loopback-{request.Number}");

    private static LoopbackHttpReply Reply(int status, XElement root) =>
        new(status, Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root.ToString(SaveOptions.DisableFormatting)}")) { ContentType = "application/xml" };
}
