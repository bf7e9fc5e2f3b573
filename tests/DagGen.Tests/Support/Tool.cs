using System.Diagnostics;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Programs that judge what dag-gen writes. A test that needs one that is not installed is skipped, and says so.</summary>
internal static class Tool
{
    public static Task<ProgramResult> PythonAsync(IEnumerable<string> arguments, string input = "", string? pythonPath = null) =>
        RunAsync("python3", ["-B", .. arguments], input, pythonPath);

    public static Task<ProgramResult> NodeAsync(IEnumerable<string> arguments, string input) => RunAsync("node", arguments, input);

    public static Task<ProgramResult> BlackAsync(IEnumerable<string> arguments, string input) => RunAsync("black", arguments, input);

    public static Task<ProgramResult> ShellAsync(string script) => RunAsync("sh", [], script);

    private static async Task<ProgramResult> RunAsync(string program, IEnumerable<string> arguments, string input, string? pythonPath = null)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["PYTHONPATH"] = pythonPath ?? string.Empty;
        var result = await InstalledProgram.RunAsync(start, input, TestContext.Current.CancellationToken);
        Assert.SkipWhen(result is null, $"'{program}' is not installed.");
        return result!;
    }
}
