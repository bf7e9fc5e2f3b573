using System.Diagnostics;

namespace Slipstream.Local.Run;

/// <summary>Waits for a program that shares this one's terminal.</summary>
internal static class ChildProcess
{
    // A terminal sends Ctrl-C to the child as well: it gets this long to stop by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static async Task<int> WaitAsync(Process process, CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!process.HasExited)
        {
            using var grace = new CancellationTokenSource(Grace);
            await process.WaitForExitAsync(grace.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return process.ExitCode;
    }
}
