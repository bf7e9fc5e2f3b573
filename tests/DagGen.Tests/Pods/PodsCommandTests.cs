using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Pods;

/// <summary><c>dag-gen pods</c>.</summary>
public sealed class PodsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_task_is_a_document_in_the_order_of_the_dag()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "pods");

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(
            ["# extract", "# test-extract", "# run-curated", "# deploy-database"],
            result.Out.Split('\n').Where(line => line.StartsWith('#')));
        Assert.Contains("\n  name: run-curated-xxxxxxxx\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_and_target_choose_values_and_templates()
    {
        var local = await DagGenProgram.RunAsync(_folder.Path, "pods", "postcodes_example", "--environment", "local");
        var airflow2 = await DagGenProgram.RunAsync(_folder.Path, "pods", "--target", "airflow-2");

        Assert.Contains("http://127.0.0.1:8642/random/postcodes", local.Out, StringComparison.Ordinal);
        Assert.Contains("\"{{ data_interval_end | ds }}\"", airflow2.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_can_be_shown()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "pods", "--example", "loop-over-tables");

        Assert.Contains("# parishes.extract-parishes\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("task_id: parishes.extract-parishes\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("name: parishes-extract-parishes-xxxxxxxx\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pods --target airflow-4", "'airflow-4'")]
    [InlineData("pods --environment moon", "'moon'")]
    [InlineData("pods other_pipeline", "There is no pipeline 'other_pipeline'.")]
    public async Task What_is_unknown_is_refused(string args, string message)
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, args.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
