using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace Slipstream.ObjectStore.Tests.Exchanges;

/// <summary>Keeps the last answer that the SDK's client was given.</summary>
internal sealed partial class AnswerRecorder : HttpClientFactory
{
    private static readonly string[] Looked = ["Content-Range", "Content-Type", "ETag", "x-amz-checksum-sha256", "x-amz-checksum-type"];

    // What an answer to a write says of these, nobody looks at: a client knows what it wrote, and reads a copy's tag in the body.
    private static readonly string[] OfObjects = ["Content-Type", "ETag", "x-amz-checksum-sha256", "x-amz-checksum-type"];

    public S3Answer? Last { get; private set; }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    [GeneratedRegex("<Code>([^<]+)</Code>")]
    private static partial Regex Code();

    private sealed class Handler(AnswerRecorder recorder) : DelegatingHandler(new HttpClientHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            var isObject = request.Method == HttpMethod.Head || (request.Method == HttpMethod.Get && !request.RequestUri!.Query.Contains("list-type", StringComparison.Ordinal));
            var headers = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in Looked.Where(name => response.IsSuccessStatusCode && (isObject || !OfObjects.Contains(name))))
            {
                if (response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values))
                {
                    headers[name] = string.Join(',', values);
                }
            }

            if (isObject && response.IsSuccessStatusCode)
            {
                headers["Content-Length"] = $"{response.Content.Headers.ContentLength}";
            }

            recorder.Last = new S3Answer("", (int)response.StatusCode, Code().Match(body) is { Success: true } code ? code.Groups[1].Value : null, headers);
            return response;
        }
    }
}
