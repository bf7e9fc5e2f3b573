using System.ComponentModel;
using System.Diagnostics;

namespace Slipstream.Testing.Aws;

/// <summary>moto's server on a free port of this machine; absent where moto is not installed.</summary>
public sealed class MotoProcess : IAsyncDisposable
{
    private const string Program = "moto_server";
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);
    private readonly Process? _process;

    private MotoProcess(Uri url, Process? process, string? absence) => (Url, _process, Absence) = (url, process, absence);

    public Uri Url { get; }

    /// <summary>Why there is none; null if it answers.</summary>
    public string? Absence { get; }

    public static async Task<MotoProcess> StartAsync()
    {
        var url = new Uri($"http://127.0.0.1:{LoopbackHttp.FreePort()}/");
        Process process;
        try
        {
            process = Start(url.Port);
        }
        catch (Win32Exception exception)
        {
            return new MotoProcess(url, null, $"{Program} is not installed: {exception.Message}");
        }

        var absence = await AnswersAsync(url, process) ? null
            : process.HasExited ? $"{Program} ended with exit code {process.ExitCode} when it was started."
            : $"{Program} did not answer within {StartTime.TotalSeconds} s.";
        return new MotoProcess(url, process, absence);
    }

    public ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
        }

        _process?.Dispose();
        return ValueTask.CompletedTask;
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

    private static async Task<bool> AnswersAsync(Uri url, Process process)
    {
        using var client = new HttpClient();
        for (var start = Stopwatch.StartNew(); start.Elapsed < StartTime && !process.HasExited;)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(url, "moto-api/"));
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
