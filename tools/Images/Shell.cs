using System.ComponentModel;
using System.Diagnostics;

namespace Slipstream.Images;

/// <summary>Other programs, run to their end in a folder: the root of the repository, mostly.</summary>
internal sealed class Shell(string root, CancellationToken cancellationToken)
{
    public string Root => root;

    public Shell In(string folder) => new(folder, cancellationToken);

    /// <summary>What the program writes to its standard output.</summary>
    /// <exception cref="ImagesException">It failed, or is not installed.</exception>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        var (exitCode, output, error) = await TryAsync(program, arguments);
        return exitCode == 0 ? output : throw ImagesException.Failed($"{program} {string.Join(' ', arguments)}", exitCode, $"{output}\n{error}");
    }

    /// <summary>The exit code, 127 if there is no such program, and what it has written.</summary>
    public async Task<(int ExitCode, string Output, string Error)> TryAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
            var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return (process.ExitCode, texts[0], texts[1]);
        }
        catch (Win32Exception)
        {
            return (127, string.Empty, $"{program} is not installed");
        }
    }
}
