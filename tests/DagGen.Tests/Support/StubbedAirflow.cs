using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>Executes DAG files where Airflow is a stub, all of them in one process.</summary>
internal static class StubbedAirflow
{
    /// <summary>For each file what it defines, or the error that Airflow would show.</summary>
    public static async Task<IReadOnlyList<JsonNode>> DumpAsync(IEnumerable<(int Release, string Text)> files)
    {
        var input = JsonSerializer.Serialize(files.Select(file => new { release = file.Release, text = file.Text }));
        var result = await Tool.PythonAsync([Repository.Path("tests", "DagGen.Tests", "stub", "dump.py")], input);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return [.. JsonNode.Parse(result.Out)!.AsArray().Select(dump => dump!)];
    }
}
