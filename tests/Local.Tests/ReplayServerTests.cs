using System.Net;
using System.Text;
using Slipstream.Local.Replay;

namespace Slipstream.Local.Tests;

public sealed class ReplayServerTests : IDisposable
{
    private readonly HttpClient _client = new();

    [Fact]
    public async Task Samples_are_answered_in_turn_and_then_from_the_start_again()
    {
        await using var server = Start("one", "two");
        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await _client.GetStringAsync(server.Url, TestContext.Current.CancellationToken));
        }

        Assert.Equal(["one", "two", "one"], answers);
    }

    [Fact]
    public async Task It_listens_on_this_machine_only()
    {
        await using var server = Start("one");
        Assert.Equal("127.0.0.1", server.Url.Host);
        Assert.Equal("/random/postcodes", server.Url.AbsolutePath);
    }

    [Fact]
    public async Task Other_paths_get_the_error_of_the_API()
    {
        await using var server = Start("one");
        using var response = await _client.GetAsync(new Uri(server.Url, "/postcodes/AB1"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(
            """{"status":404,"error":"Resource not found"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var server = Start("one");
        var failure = Assert.Throws<UsageException>(() => ReplayServer.Start([[1]], server.Url.Port));
        Assert.Contains($"--port {server.Url.Port}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_runs_until_it_is_interrupted()
    {
        using var checkout = new Checkout();
        checkout.WriteSample("one");
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new StringWriter();
        var running = new ReplayCommand(checkout.Folders, output).RunAsync([], interrupt.Token);
        while (output.GetStringBuilder().Length == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, interrupt.Token);
        }

        Assert.False(running.IsCompleted);
        await interrupt.CancelAsync();
        Assert.Equal(0, await running);
    }

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--port", "many")]
    [InlineData("--prot", "1")]
    [InlineData("--port")]
    public async Task Arguments_that_are_wrong_are_refused(params string[] args)
    {
        using var checkout = new Checkout();
        await using var output = new StringWriter();
        await Assert.ThrowsAsync<UsageException>(
            () => new ReplayCommand(checkout.Folders, output).RunAsync(args, TestContext.Current.CancellationToken));
    }

    public void Dispose() => _client.Dispose();

    private static ReplayServer Start(params string[] responses) => ReplayServer.Start([.. responses.Select(Encoding.UTF8.GetBytes)], null);
}
