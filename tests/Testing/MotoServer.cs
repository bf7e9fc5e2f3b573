using System.ComponentModel;
using System.Diagnostics;

namespace Slipstream.Testing;

/// <summary>moto's server on a free port of this machine; absent where moto is not installed.</summary>
public class MotoServer : IAsyncDisposable
{
    private const string Program = "moto_server";
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);
    private Process? _process;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{LoopbackHttp.FreePort()}/");

    /// <summary>Why it is not there; null if it is.</summary>
    public string? Absence { get; private set; }

    public async ValueTask InitializeAsync()
    {
        try
        {
            _process = Start(Address.Port);
        }
        catch (Win32Exception exception)
        {
            Absence = $"{Program} is not installed: {exception.Message}";
            return;
        }

        var answers = await AnswersAsync();
        Absence = answers ? null
            : _process.HasExited ? $"{Program} ended with exit code {_process.ExitCode} when it was started."
            : $"{Program} did not answer within {StartTime.TotalSeconds} s.";
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
        }

        _process?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a bucket, if it is not there.</summary>
    public async Task CreateBucketAsync(string name, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var answer = await client.PutAsync(new Uri(name, UriKind.Relative), null, cancellationToken);
    }

    private static Process Start(int port)
    {
        var start = new ProcessStartInfo(Program, ["-H", "127.0.0.1", "-p", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new HttpClient();
        for (var start = Stopwatch.StartNew(); start.Elapsed < StartTime && !_process!.HasExited;)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, "moto-api/"));
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, CancellationToken.None);
            }
        }

        return false;
    }
}
