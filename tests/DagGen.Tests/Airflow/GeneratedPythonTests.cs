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

    // In the words of Airflow 2, which Airflow 3 would have otherwise: AIR311, AIR321, and AIR301 for the one argument that has another name.
    private static readonly string[] OfAirflow2 = ["airflow3-suggested-update", "airflow31-moved", "airflow3-removal: `fail_stop`"];

    private static readonly IReadOnlyList<(Target Target, string Text)> Files =
    [
        .. GeneratedFiles.Make(AllPipelines.List, Target.Both).Where(file => file.Path.EndsWith(".py", StringComparison.Ordinal)).Select(file => (Target.Both, file.Text)),
        .. Example.Accepted.Select(example => (example.Target, example.File!.Text)),
    ];

    [Fact]
    public async Task Python_compiles_them() => Assert.Equal(
        new ProgramResult(0, string.Empty, string.Empty),
        await Tool.PythonAsync(["-c", Compile], JsonSerializer.Serialize(Files.Select(file => file.Text))));

    [Fact]
    public async Task Ruff_finds_nothing_in_them_would_not_format_them_and_finds_the_faults_of_a_faulty_dag()
    {
        var faulty = await File.ReadAllTextAsync(
            Repository.Path("tests", "DagGen.Tests", "Cases", "faulty_dag.py"), TestContext.Current.CancellationToken);
        var answers = await RuffAsync([.. Files.Select(file => file.Text), faulty]);

        foreach (var ((target, _), answer) in Files.Zip(answers))
        {
            Assert.DoesNotContain(FindingsOf(answer), finding => !IsKnown(target, finding));
            Assert.True((bool)answer["stable"]!);
        }

        foreach (var rule in new[] { "undefined-name", "unused-import", "airflow3-removal", "airflow3-suggested-update", "airflow3-dag-dynamic-value" })
        {
            Assert.Contains(FindingsOf(answers[^1]), finding => finding.Contains(rule, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Black_would_not_format_them()
    {
        using var folder = new TemporaryFolder();
        foreach (var (i, (_, text)) in Files.Index())
        {
            folder.Write($"dag_{i}.py", text);
        }

        var result = await Tool.BlackAsync(["--check", "--diff", "--quiet", "-l", "100", folder.Path], string.Empty);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Out));
    }

    // Ruff does not see that 'both' asks airflow.sdk for Param first.
    private static bool IsKnown(Target target, string finding) =>
        (target == Target.Airflow2 && OfAirflow2.Any(rule => finding.Contains(rule, StringComparison.Ordinal)))
        || (target == Target.Both && finding.Contains("`airflow.models.param.Param` is removed", StringComparison.Ordinal));

    private static IEnumerable<string> FindingsOf(JsonNode answer) => answer["findings"]!.AsArray().Select(finding => (string)finding!);

    private static async Task<IReadOnlyList<JsonNode>> RuffAsync(string[] texts)
    {
        Assert.SkipUnless(Directory.Exists(Repository.Path("node_modules", "@astral-sh")), "ruff is not installed: run npm ci.");
        var result = await Tool.NodeAsync([Repository.Path("tests", "DagGen.Tests", "ruff.cjs")], JsonSerializer.Serialize(texts));
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return [.. JsonNode.Parse(result.Out)!.AsArray().Select(answer => answer!)];
    }
}
