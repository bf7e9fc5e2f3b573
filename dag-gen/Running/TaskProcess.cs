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

    /// <summary>The exit code; on cancellation the program is asked to end, and after a while made to.</summary>
    public static async Task<int> RunAsync(
        string program, string workingDirectory, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        using var process = Start(program, workingDirectory, environment);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await StopAsync(process);
        }

        return process.ExitCode;
    }

    private static Process Start(string program, string workingDirectory, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, WorkingDirectory = workingDirectory };
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
            throw CommandException.NotStartable(program, exception);
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
