namespace Slipstream.Testing.Aws.Protocols;

/// <summary>Whether requests carry a signature of the right form: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html.</summary>
internal static class Signature
{
    public static bool IsFor(LoopbackHttpRequest request, string service, params IEnumerable<string> headers) =>
        request.Header("Authorization") is { } authorization
        && authorization.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal)
        && new[] { $"/{LoopbackAws.Region}/{service}/aws4_request", "host", "x-amz-date" }.Concat(headers)
            .All(part => authorization.Contains(part, StringComparison.Ordinal));
}
