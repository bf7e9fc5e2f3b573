using System.Diagnostics;
using Slipstream.DagGen.Commands;

namespace Slipstream.DagGen.Running;

/// <summary>Hands a process's output on line by line, each behind a prefix.</summary>
internal sealed class LineOutput(Terminal terminal, string prefix)
{
    public void Attach(Process process)
    {
        process.OutputDataReceived += (_, line) => Write(terminal.Out, line.Data);
        process.ErrorDataReceived += (_, line) => Write(terminal.Error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Write(TextWriter writer, string? line)
    {
        // Null is the end of the output.
        if (line is not null)
        {
            lock (writer)
            {
                writer.WriteLine(prefix + line);
            }
        }
    }
}
