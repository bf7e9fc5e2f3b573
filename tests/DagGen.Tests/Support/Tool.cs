using System.Diagnostics;
using System.Text.Json.Nodes;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Programs that judge what dag-gen writes. A test that needs one that is not installed is skipped, and says so.</summary>
internal static class Tool
{
    private const int NoYaml = 77;

    private const string YamlReader =
        "import sys\ntry:\n    import yaml, json\nexcept ImportError:\n    sys.exit(77)\nprint(json.dumps(list(yaml.safe_load_all(sys.stdin.buffer))))\n";

    public static Task<ProgramResult> PythonAsync(IEnumerable<string> arguments, string input = "", string? pythonPath = null) =>
        RunAsync("python3", ["-B", .. arguments], input, pythonPath);

    /// <summary>Documents of YAML, read by another reader than our own writer's author.</summary>
    public static async Task<JsonArray> ReadYamlAsync(string documents)
    {
        var read = await PythonAsync(["-c", YamlReader], documents);
        Assert.SkipWhen(read.ExitCode == NoYaml, "Python has no module 'yaml'.");
        Assert.Equal((0, string.Empty), (read.ExitCode, read.Error));
        return JsonNode.Parse(read.Out)!.AsArray();
    }

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
