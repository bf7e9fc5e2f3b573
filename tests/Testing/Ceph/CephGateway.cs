using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Slipstream.Testing.Ceph;

/// <summary>
/// A Ceph RADOS Gateway of this machine's packages, which keeps everything in memory. Started by the first who asks, in about
/// a quarter of a minute; absent where Ceph is not installed.
/// </summary>
public class CephGateway : IAsyncDisposable
{
    private const int NotInstalled = 3;
    private static readonly TimeSpan EndTime = TimeSpan.FromSeconds(10);

    // The name of a socket, which lies in it, has at most 107 bytes.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ceph");
    private readonly Lazy<Task> _start;

    /// <summary>Nothing is started yet.</summary>
    public CephGateway() => _start = new Lazy<Task>(StartAsync);

    /// <summary>The key of the one user, who may do everything.</summary>
    public static string AccessKey => "example";

    /// <summary>The user's secret.</summary>
    public static string SecretKey => "example-secret";

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Why it is not there; null if it is.</summary>
    public string? Absence { get; private set; }

    /// <summary>Waits until it answers, or is known to be absent.</summary>
    /// <exception cref="InvalidOperationException">It is installed and did not start.</exception>
    public Task StartedAsync() => _start.Value;

    /// <summary>The credentials of a role that has this policy. Its trust policy is the gateway's own: there is nobody here who signs a pod's token.</summary>
    /// <exception cref="InvalidOperationException">The gateway does not take the policy.</exception>
    public async Task<AWSCredentials> BecomeAsync(string role, string policy)
    {
        var start = new ProcessStartInfo("bash", [Repository.Path("tests", "Testing", "Ceph", "role.sh"), _folder.FullName, role, policy]);
        var result = await InstalledProgram.RunAsync(start, "", CancellationToken.None);
        if (result is not { ExitCode: 0 })
        {
            throw new InvalidOperationException($"Ceph does not take the policy of '{role}': {result?.Out}{result?.Error}");
        }

        var config = new AmazonSecurityTokenServiceConfig();
        Configure(config);
        using var client = new AmazonSecurityTokenServiceClient(config);
        return (await client.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = $"arn:aws:iam:::role/{role}", RoleSessionName = role })).Credentials;
    }

    /// <summary>A client of S3: with the one user's credentials, or others.</summary>
    public AmazonS3Client Open(AWSCredentials? credentials = null)
    {
        var config = new AmazonS3Config { ForcePathStyle = true, RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED };
        Configure(config);
        config.DefaultAWSCredentials = credentials ?? config.DefaultAWSCredentials;
        return new AmazonS3Client(config);
    }

    /// <summary>Points a client of the SDK here, with the one user's credentials.</summary>
    public void Configure(ClientConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        config.ServiceURL = Address.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.DefaultAWSCredentials = new BasicAWSCredentials(AccessKey, SecretKey);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        // Nobody may have asked for it.
        var running = new DirectoryInfo(Path.Combine(_folder.FullName, "run"));
        foreach (var file in running.Exists ? running.GetFiles("*.pid") : [])
        {
            await EndAsync(int.Parse(await File.ReadAllTextAsync(file.FullName), CultureInfo.InvariantCulture));
        }

        _folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}/");
        var start = new ProcessStartInfo("bash", [Repository.Path("tests", "Testing", "Ceph", "start.sh"), _folder.FullName, $"{port}"]);
        var result = await InstalledProgram.RunAsync(start, "", CancellationToken.None);
        Absence = result switch
        {
            null => "bash is not installed.",
            { ExitCode: NotInstalled } => $"Ceph is not installed: {result.Error.Trim()}",
            { ExitCode: 0 } => null,
            _ => throw new InvalidOperationException($"Ceph did not start, exit code {result.ExitCode}: {result.Out}{result.Error}"),
        };
    }

    private static async Task EndAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            using var soon = new CancellationTokenSource(EndTime);
            await process.WaitForExitAsync(soon.Token);
        }
        catch (ArgumentException)
        {
            // It has ended by itself.
        }
    }

    // The monitor takes the two that follow.
    private static int FreePort()
    {
        for (var port = 20_000 + (Environment.ProcessId % 10_000); ; port += 3)
        {
            if (Enumerable.Range(port, 3).All(IsFree))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
