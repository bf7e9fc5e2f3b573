using System.Net;
using System.Net.Sockets;

namespace Slipstream.Testing;

/// <summary>An HTTP server on 127.0.0.1 that answers what a test says, and counts.</summary>
public sealed class LoopbackHttp : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<LoopbackHttpRequest, Task<LoopbackHttpReply>> _answer;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Task _accepting;
    private int _requests;
    private int _underWay;

    private LoopbackHttp(HttpListener listener, Func<LoopbackHttpRequest, Task<LoopbackHttpReply>> answer)
    {
        (_listener, _answer) = (listener, answer);
        _accepting = AcceptAsync();
    }

    /// <summary>How many requests came in.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>The most requests that were under way at one time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The server's root.</summary>
    public Uri Url => new(_listener.Prefixes.Single());

    public static LoopbackHttp Start(Func<LoopbackHttpRequest, LoopbackHttpReply> answer) =>
        Start(request => Task.FromResult(answer(request)));

    public static LoopbackHttp Start(Func<LoopbackHttpRequest, Task<LoopbackHttpReply>> answer)
    {
        while (true)
        {
            var listener = new HttpListener();
            listener.Prefixes.Add($"http://127.0.0.1:{FreePort()}/");
            try
            {
                listener.Start();
                return new LoopbackHttp(listener, answer);
            }
            catch (HttpListenerException)
            {
                // Another process took the port between the look and the start.
                listener.Close();
            }
        }
    }

    /// <summary>A port of 127.0.0.1 that nobody listens on.</summary>
    public static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Close();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                open.RemoveAll(task => task.IsCompleted);
                open.Add(AnswerAsync(context));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // Closed.
            }
        }

        await Task.WhenAll(open);
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            await WriteAsync(context, await AnswerAsync(await ReadAsync(context.Request)));
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The client went away, or the server stops.
            context.Response.Abort();
        }
    }

    private async Task<LoopbackHttpRequest> ReadAsync(HttpListenerRequest request)
    {
        var number = Enter();
        using var body = new MemoryStream();
        await request.InputStream.CopyToAsync(body, _stop.Token);
        return new LoopbackHttpRequest(number, request.RawUrl ?? string.Empty, _stop.Token)
        {
            Method = request.HttpMethod,
            Header = name => request.Headers[name],
            HeaderNames = request.Headers.AllKeys!,
            Body = body.ToArray(),
        };
    }

    private async Task<LoopbackHttpReply> AnswerAsync(LoopbackHttpRequest request)
    {
        try
        {
            return await _answer(request);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private int Enter()
    {
        lock (_gate)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _underWay));
            return Interlocked.Increment(ref _requests) - 1;
        }
    }

    private async Task WriteAsync(HttpListenerContext context, LoopbackHttpReply reply)
    {
        var response = context.Response;
        await Task.Delay(reply.Delay, TimeProvider.System, _stop.Token);
        if (reply.IsBrokenOff)
        {
            await BreakOffAsync(response);
            return;
        }

        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.ContentLength64 = reply.Body.Length;
        if (reply.RetryAfter is { } retryAfter)
        {
            response.Headers["Retry-After"] = retryAfter;
        }

        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        // The answer to HEAD has the headers of the body that it does not bring.
        if (context.Request.HttpMethod != "HEAD")
        {
            await response.OutputStream.WriteAsync(reply.Body, CancellationToken.None);
        }

        response.Close();
    }

    // A listener that aborts before the body's first byte answers politely with an empty body; and a client that wants no body
    // would be content with a status. So it gets a status that another one has to follow.
    private static async Task BreakOffAsync(HttpListenerResponse response)
    {
        response.StatusCode = (int)HttpStatusCode.EarlyHints;
        response.ContentLength64 = 100;
        await response.OutputStream.WriteAsync("half"u8.ToArray(), CancellationToken.None);
        await response.OutputStream.FlushAsync(CancellationToken.None);
        response.Abort();
    }
}
