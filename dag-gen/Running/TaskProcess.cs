using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Slipstream.DagGen.Commands;

namespace Slipstream.DagGen.Running;

/// <summary>Runs a program to its end, with its output on ours.</summary>
internal static class TaskProcess
{
    // Kubernetes gives a pod 30 s; a stage needs far less to put its work down.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    // Something that a program leaves running in the background may never close its output.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    /// <summary>The exit code; on cancellation the program is asked to end, and after a while made to.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="workingDirectory">Where it runs.</param>
    /// <param name="environment">Its variables: these and no others.</param>
    /// <param name="output">Where its output goes; null: where ours does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> command,
        string workingDirectory,
        IReadOnlyDictionary<string, string> environment,
        LineOutput? output,
        CancellationToken cancellationToken)
    {
        using var process = Start(command, workingDirectory, environment, output is not null);
        var lines = output?.PumpAsync(process) ?? Task.CompletedTask;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process);
        }

        await lines.WaitAsync(LastWords, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return process.ExitCode;
    }

    private static Process Start(
        IReadOnlyList<string> command, string workingDirectory, IReadOnlyDictionary<string, string> environment, bool redirects)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            UseShellExecute = false,
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = redirects,
            RedirectStandardError = redirects,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw CommandException.NotStartable(command[0], exception);
        }
    }

    private static async Task StopAsync(Process process)
    {
        // .NET can only kill; the shell can ask.
        var id = process.Id.ToString(CultureInfo.InvariantCulture);
        using (var ask = Process.Start("/bin/sh", ["-c", $"kill -s TERM {id} 2>/dev/null"]))
        {
            await ask.WaitForExitAsync(CancellationToken.None);
        }

        using var patience = new CancellationTokenSource(Grace);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
