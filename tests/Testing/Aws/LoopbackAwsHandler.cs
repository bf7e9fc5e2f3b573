using System.Net.Http.Headers;

namespace Slipstream.Testing.Aws;

/// <summary>
/// Leads a client of the SDK to a loopback AWS without a socket, so that it may ask under the names of Amazon's own servers, the bucket in the
/// host's name among them.
/// </summary>
public sealed class LoopbackAwsHandler(LoopbackAws aws) : HttpMessageHandler
{
    private int _requests;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        headers["Host"] = request.RequestUri!.Authority;
        var asked = new LoopbackHttpRequest(Interlocked.Increment(ref _requests) - 1, request.RequestUri.PathAndQuery, cancellationToken)
        {
            Method = request.Method.Method,
            Header = name => headers.GetValueOrDefault(name),
            HeaderNames = [.. headers.Keys],
            Body = body,
        };
        return Response(request, aws.Answer(asked));
    }

    private static HttpResponseMessage Response(HttpRequestMessage request, LoopbackHttpReply reply)
    {
        if (reply.IsBrokenOff)
        {
            throw new HttpRequestException("The connection was broken off.");
        }

        var content = new ByteArrayContent(request.Method == HttpMethod.Head ? [] : reply.Body.ToArray());
        content.Headers.ContentLength = reply.Body.Length;
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(reply.ContentType);
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)reply.Status) { RequestMessage = request, Content = content };
        foreach (var (name, value) in reply.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }
}
