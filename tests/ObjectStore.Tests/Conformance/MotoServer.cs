using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>moto's server on a free port of this machine; absent where moto is not installed.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private const string Program = "moto_server";
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(30);
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}/");
    private Process? _process;
    private string? _absence;

    public async ValueTask InitializeAsync()
    {
        try
        {
            _process = Start(_address.Port);
        }
        catch (Win32Exception exception)
        {
            _absence = $"{Program} is not installed: {exception.Message}";
            return;
        }

        var answers = await AnswersAsync();
        _absence = answers ? null
            : _process.HasExited ? $"{Program} ended with exit code {_process.ExitCode} when it was started."
            : $"{Program} did not answer within {StartTime.TotalSeconds} s.";
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

    public void SkipIfAbsent() => Assert.SkipWhen(_absence is not null, _absence ?? "");

    public void Configure(AmazonS3Config config)
    {
        config.ServiceURL = _address.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.DefaultAWSCredentials = new BasicAWSCredentials("any", "any");
    }

    public async Task CreateBucketAsync(string name, CancellationToken cancellationToken)
    {
        var config = new AmazonS3Config { ForcePathStyle = true };
        Configure(config);
        using var client = new AmazonS3Client(config);
        try
        {
            await client.PutBucketAsync(name, cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.ErrorCode is "BucketAlreadyOwnedByYou" or "BucketAlreadyExists")
        {
            // By an earlier test.
        }
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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync()
    {
        using var client = new HttpClient();
        for (var start = Stopwatch.StartNew(); start.Elapsed < StartTime && !_process!.HasExited;)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(_address, "moto-api/"));
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
