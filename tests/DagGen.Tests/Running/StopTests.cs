using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Running;

/// <summary>What happens to a run that is told to stop: dag-gen as a process of its own.</summary>
public sealed class StopTests
{
    [Theory(Timeout = 60_000)]
    [InlineData("TERM", 143, "1")]
    [InlineData("INT", 130, "1")]
    [InlineData("TERM", 143, "2")]
    public async Task A_signal_ends_the_task_and_then_the_run(string signal, int exitCode, string parallel)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        foreach (var stage in new[] { "extract", "test-extract", "run-curated", "deploy-database" })
        {
            // Ends by itself only when asked, as a stage does, and says that it was.
            var path = folder.Write(
                $"artifacts/bin/{stage}/release/{stage}",
                "#!/bin/sh\ntrap 'touch \"$RESULT_PATH\"; exit 143' TERM\ntouch started\nwhile :; do sleep 0.05; done\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var start = Foreground.Of(
            "dotnet", Path.Combine(AppContext.BaseDirectory, "dag-gen.dll"), "run", "--run-timestamp", "1573569000", "--retries", "--parallel", parallel);
        start.WorkingDirectory = folder.Path;
        start.RedirectStandardOutput = true;
        using var run = Process.Start(start)!;
        var output = run.StandardOutput.ReadToEndAsync(cancellationToken);
        await StartedAsync(folder.File("started"), run, cancellationToken);
        using var kill = Process.Start("/bin/sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -s {signal} {run.Id}")]);
        await run.WaitForExitAsync(cancellationToken);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("extract: failed with exit code 143", await output, StringComparison.Ordinal);
        var report = JsonNode.Parse(await File.ReadAllTextAsync(folder.File(".slipstream/runs/1573569000/run.json"), cancellationToken))!;
        Assert.Equal(["failed", "upstream_failed", "upstream_failed", "upstream_failed"], report["tasks"]!.AsArray().Select(task => (string?)task!["state"]));
        Assert.True(File.Exists(folder.File(".slipstream/runs/1573569000/extract.json")));
    }

    private static async Task StartedAsync(string path, Process run, CancellationToken cancellationToken)
    {
        while (!File.Exists(path))
        {
            Assert.False(run.HasExited, "dag-gen ended before its first task began.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }
    }
}
