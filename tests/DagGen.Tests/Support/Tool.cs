using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Programs that judge what dag-gen writes. A test that needs one that is not installed is skipped, and says so.</summary>
internal static class Tool
{
    public static Task<ToolResult> PythonAsync(IEnumerable<string> arguments, string input = "", string? pythonPath = null) =>
        RunAsync("python3", ["-B", .. arguments], input, pythonPath);

    public static Task<ToolResult> NodeAsync(IEnumerable<string> arguments, string input) => RunAsync("node", arguments, input);

    public static Task<ToolResult> BlackAsync(IEnumerable<string> arguments, string input) => RunAsync("black", arguments, input);

    private static async Task<ToolResult> RunAsync(string program, IEnumerable<string> arguments, string input, string? pythonPath = null)
    {
        using var process = Start(program, arguments, pythonPath);
        var cancellationToken = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return new ToolResult(process.ExitCode, await output, await error);
    }

    private static Process Start(string program, IEnumerable<string> arguments, string? pythonPath)
    {
        var utf8 = new UTF8Encoding(false);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        start.Environment["PYTHONPATH"] = pythonPath ?? string.Empty;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"'{program}' is not installed.");
            throw;
        }
    }
}
