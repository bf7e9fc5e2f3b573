namespace Slipstream.Local.Tests;

/// <summary>A pipeline that has run once, for tests that only look.</summary>
public sealed class AfterOneRun : IAsyncLifetime
{
    public LocalPipeline Pipeline { get; } = new();

    public int ExitCode { get; private set; }

    public async ValueTask InitializeAsync() => ExitCode = await Pipeline.RunAsync("1795397400");

    public ValueTask DisposeAsync()
    {
        Pipeline.Dispose();
        return ValueTask.CompletedTask;
    }
}
