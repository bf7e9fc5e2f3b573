using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Slipstream.Testing;

/// <summary>A program of this machine that judges what ours write. It runs in the root of the repository, and may not be there.</summary>
public static class InstalledProgram
{
    /// <returns>Null if it is not installed.</returns>
    public static async Task<ProgramResult?> RunAsync(ProcessStartInfo start, string input, CancellationToken cancellationToken)
    {
        using var process = Start(start);
        if (process is null)
        {
            return null;
        }

        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return new ProgramResult(process.ExitCode, await output, await error);
    }

    private static Process? Start(ProcessStartInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        start.WorkingDirectory = Repository.Root;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding = start.StandardOutputEncoding = start.StandardErrorEncoding = new UTF8Encoding(false);
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
