using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Slipstream.Local.Replay;

/// <summary>Stands in for postcodes.io on 127.0.0.1: answers each request for a random postcode with the next sample.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    /// <summary>The only path that is answered.</summary>
    public const string RandomPostcodes = "/random/postcodes";

    private static readonly byte[] NotFound = Encoding.UTF8.GetBytes("""{"status":404,"error":"Resource not found"}""");
    private readonly HttpListener _listener;
    private readonly IReadOnlyList<byte[]> _responses;
    private readonly Task _serving;
    private int _asked = -1;

    private ReplayServer(HttpListener listener, IReadOnlyList<byte[]> responses)
    {
        (_listener, _responses) = (listener, responses);
        _serving = ServeAsync();
    }

    /// <summary>The address to give to Extract.</summary>
    public Uri Url => new(new Uri(_listener.Prefixes.Single()), RandomPostcodes);

    /// <summary>Starts it at a port; null: a free one.</summary>
    public static ReplayServer Start(IReadOnlyList<byte[]> responses, int? port)
    {
        while (true)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{port ?? FreePort()}/");
            try
            {
                listener.Start();
                return new ReplayServer(listener, responses);
            }
            catch (HttpListenerException) when (port is null)
            {
                // Another process took the port between the look and the start.
                listener.Close();
            }
            catch (HttpListenerException)
            {
                throw UsageException.Wrong($"--port {port}", "a free port. Name another, or none");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

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
                // The client went away, or the server was closed.
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var isKnown = context.Request.HttpMethod == "GET" && context.Request.Url?.AbsolutePath == RandomPostcodes;
        var body = isKnown ? _responses[(int)((uint)Interlocked.Increment(ref _asked) % _responses.Count)] : NotFound;
        context.Response.StatusCode = (int)(isKnown ? HttpStatusCode.OK : HttpStatusCode.NotFound);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength64 = body.Length;
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }
}
