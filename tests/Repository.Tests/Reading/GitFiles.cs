using System.ComponentModel;
using System.Diagnostics;

namespace Slipstream.Repository.Tests.Reading;

/// <summary>What git knows or would take.</summary>
internal static class GitFiles
{
    /// <summary>Paths from the root; null outside a git checkout and where there is no git.</summary>
    public static IReadOnlyList<string>? List(string root)
    {
        if (!Path.Exists(Path.Combine(root, ".git")))
        {
            return null;
        }

        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.BeginErrorReadLine();
            var names = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? names.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
