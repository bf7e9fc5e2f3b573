using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.S3;
using Slipstream.Testing;

namespace Slipstream.ObjectStore.Tests.S3;

/// <summary>A server on this machine that answers as it is told and remembers what it was asked.</summary>
internal sealed class LoopbackS3 : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly Func<Asked, int, Answer> _answer;
    private readonly string _address = $"http://127.0.0.1:{LoopbackHttp.FreePort()}/";

    public LoopbackS3(Func<Asked, int, Answer> answer)
    {
        _answer = answer;
        _listener.Prefixes.Add(_address);
        _listener.Start();
        _ = ServeAsync();
    }

    public IReadOnlyList<Asked> Requests => [.. _asked];

    public S3ObjectStore Open(int retries = 2) => Open(_address, retries);

    public S3ObjectStore Open(TimeProvider time, S3Limits limits, int retries = 0) => Open(_address, retries, time, limits);

    public S3ObjectStore OpenEncrypted(string kmsKey, S3Limits limits) => Open(_address, 0, TimeProvider.System, limits, kmsKey);

    public static S3ObjectStore Open(string address, int retries) => Open(address, retries, TimeProvider.System, S3Limits.Aws);

    public static S3ObjectStore Open(string address, TimeSpan timeout) =>
        new(Client(address, 0, config => config.Timeout = timeout), TimeProvider.System, new Random(1), S3Limits.Aws, null);

    private static S3ObjectStore Open(string address, int retries, TimeProvider time, S3Limits limits, string? kmsKey = null) =>
        new(Client(address, retries, _ => { }), time, new Random(1), limits, kmsKey);

    private static IAmazonS3 Client(string address, int retries, Action<AmazonS3Config> adjust) =>
        S3Clients.Create(
            new HostSettings { S3PathStyle = true },
            config =>
            {
                config.ServiceURL = address;
                config.AuthenticationRegion = "eu-west-1";
                config.DefaultAWSCredentials = new BasicAWSCredentials("any", "any");
                config.MaxErrorRetry = retries;
                adjust(config);
            });

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The test is over, or the client went away.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var asked = new Asked(context.Request.HttpMethod, context.Request.RawUrl!, context.Request.Headers, body.ToArray());
        _asked.Enqueue(asked);
        var answer = _answer(asked, _asked.Count);
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["x-amz-request-id"] = "REQUEST-1";
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        var bytes = Encoding.UTF8.GetBytes(answer.Body);
        context.Response.ContentLength64 = answer.Length ?? bytes.Length;
        if (asked.Method != "HEAD")
        {
            await context.Response.OutputStream.WriteAsync(bytes);
        }

        if (answer.Length > bytes.Length)
        {
            await context.Response.OutputStream.FlushAsync();
            context.Response.Abort();
        }
        else
        {
            context.Response.Close();
        }
    }

    public sealed record Asked(string Method, string Url, System.Collections.Specialized.NameValueCollection Headers, byte[] Body);

    /// <summary>An answer; one whose length exceeds its body breaks off there.</summary>
    public sealed record Answer(int Status, string Body = "")
    {
        public Dictionary<string, string> Headers { get; init; } = [];

        public long? Length { get; init; }

        public static Answer Error(int status, string code, string message = "said the server") =>
            new(status, $"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>REQUEST-1</RequestId></Error>");
    }
}
