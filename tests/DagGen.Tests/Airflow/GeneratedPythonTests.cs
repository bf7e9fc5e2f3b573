using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Airflow;

/// <summary>What Python, ruff and black say of generated files.</summary>
public sealed class GeneratedPythonTests
{
    private const string Compile = "import json, sys; [compile(text, 'dag', 'exec') for text in json.load(sys.stdin)]";

    private static readonly string[] Texts = [.. GeneratedFiles.Make(AllPipelines.List).Append(DagFile.Of(Some.HostileDag(), Some.Provenance)).Select(file => file.Text)];

    [Fact]
    public async Task Python_compiles_them() =>
        Assert.Equal(new ToolResult(0, string.Empty, string.Empty), await Tool.PythonAsync(["-c", Compile], JsonSerializer.Serialize(Texts)));

    [Fact]
    public async Task Ruff_finds_nothing_in_them_would_not_format_them_and_finds_the_faults_of_a_faulty_dag()
    {
        var faulty = await File.ReadAllTextAsync(
            Repository.Path("tests", "DagGen.Tests", "Cases", "faulty_dag.py"), TestContext.Current.CancellationToken);
        var answers = await RuffAsync([.. Texts, faulty]);

        foreach (var answer in answers.SkipLast(1))
        {
            Assert.Equal("""{"findings":[],"stable":true}""", answer.ToJsonString());
        }

        var findings = answers[^1]["findings"]!.AsArray().Select(finding => (string)finding!).ToList();
        foreach (var rule in new[] { "undefined-name", "unused-import", "airflow3-removal", "airflow3-suggested-update", "airflow3-dag-dynamic-value" })
        {
            Assert.Contains(findings, finding => finding.Contains(rule, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Black_would_not_format_them()
    {
        foreach (var text in Texts)
        {
            var result = await Tool.BlackAsync(["--check", "--diff", "--quiet", "-l", "100", "-"], text);
            Assert.Equal((0, string.Empty), (result.ExitCode, result.Out));
        }
    }

    private static async Task<IReadOnlyList<JsonNode>> RuffAsync(string[] texts)
    {
        Assert.SkipUnless(Directory.Exists(Repository.Path("node_modules", "@astral-sh")), "ruff is not installed: run npm ci.");
        var result = await Tool.NodeAsync([Repository.Path("tests", "DagGen.Tests", "ruff.cjs")], JsonSerializer.Serialize(texts));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return [.. JsonNode.Parse(result.Out)!.AsArray().Select(answer => answer!)];
    }
}
