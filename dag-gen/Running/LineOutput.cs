using System.Diagnostics;
using Slipstream.DagGen.Commands;

namespace Slipstream.DagGen.Running;

/// <summary>Hands a process's output on line by line, each behind a prefix.</summary>
internal sealed class LineOutput(Terminal terminal, string prefix)
{
    /// <summary>Ends with the output: that of the process, and of those it has left behind.</summary>
    public Task PumpAsync(Process process) =>
        Task.WhenAll(PumpAsync(process.StandardOutput, terminal.Out), PumpAsync(process.StandardError, terminal.Error));

    private async Task PumpAsync(StreamReader from, TextWriter to)
    {
        while (await from.ReadLineAsync(CancellationToken.None) is { } line)
        {
            await to.WriteLineAsync(prefix + line);
        }
    }
}
