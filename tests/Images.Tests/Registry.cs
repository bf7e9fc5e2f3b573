using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary>Debian's docker-registry on loopback, as anybody's registry: what it has was pushed.</summary>
internal sealed class Registry : IAsyncDisposable
{
    // Only one that hangs takes this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client;
    private readonly Process _process;

    private Registry(int port)
    {
        Host = $"127.0.0.1:{port}";
        _client = new HttpClient { BaseAddress = new Uri($"http://{Host}/") };
        _client.DefaultRequestHeaders.Add("Accept", "application/vnd.oci.image.manifest.v1+json");
        var settings = _folder.Write("registry.yml", $$"""
            version: 0.1
            log: { level: error, accesslog: { disabled: true } }
            storage: { filesystem: { rootdirectory: '{{_folder.File("data")}}' } }
            http: { addr: '{{Host}}' }

            """);
        _process = Start(settings);
    }

    /// <summary>What stands before the names of its images: <c>host:port</c>.</summary>
    public string Host { get; }

    public static async Task<Registry> StartAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var registry = new Registry(port);
        using var patience = new CancellationTokenSource(Patience);
        while (!await registry.AnswersAsync())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, patience.Token);
        }

        return registry;
    }

    public async Task<IReadOnlyList<string>> TagsAsync(string repository)
    {
        using var answer = await _client.GetAsync(new Uri($"v2/{repository}/tags/list", UriKind.Relative), TestContext.Current.CancellationToken);
        var tags = answer.StatusCode == HttpStatusCode.NotFound ? null : (await ReadAsync(answer))["tags"]?.AsArray();
        return [.. (tags ?? []).Select(tag => (string)tag!)];
    }

    /// <returns>The digest of the manifest that the tag names, and that of the image's settings in it, which is the image's id.</returns>
    public async Task<(string Digest, string Id)> ManifestAsync(string repository, string tag)
    {
        using var answer = await _client.GetAsync(new Uri($"v2/{repository}/manifests/{tag}", UriKind.Relative), TestContext.Current.CancellationToken);
        var manifest = await ReadAsync(answer);
        return (answer.Headers.GetValues("Docker-Content-Digest").Single(), ((string)manifest["config"]!["digest"]!)["sha256:".Length..]);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    private static Process Start(string settings)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("docker-registry", ["serve", settings]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("docker-registry is not installed.");
            throw;
        }
    }

    private async Task<bool> AnswersAsync()
    {
        Assert.False(_process.HasExited, "docker-registry has ended.");
        try
        {
            using var answer = await _client.GetAsync(new Uri("v2/", UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
