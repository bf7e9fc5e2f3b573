using System.Text;
using Slipstream.DagGen.Graph;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Graph;

/// <summary>A pipeline in Mermaid's text.</summary>
public sealed class MermaidFlowchartTests
{
    [Theory]
    [InlineData("fan_out")]
    [InlineData("nested")]
    public void A_flowchart_is_the_golden_file(string name) => Golden.Verify(
        $"{name}.mmd", Encoding.UTF8.GetBytes(MermaidFlowchart.Of(DiagramOf.Pipeline(name == "nested" ? SomeGraph.Nested() : SomeGraph.FanOut()))));

    [Fact]
    public void Every_task_and_edge_is_there_once()
    {
        var dag = SomeGraph.Random(3);
        var lines = MermaidFlowchart.Of(DiagramOf.Pipeline(dag)).Split('\n');

        Assert.All(dag.Tasks, task => Assert.Single(lines, line => line.Contains($"<b>{task.Id}</b>", StringComparison.Ordinal)));
        Assert.Equal(dag.Edges.Count, lines.Count(line => line.Contains("-->", StringComparison.Ordinal)));
        Assert.Equal(lines.Length, lines.Distinct().Count() + lines.GroupBy(line => line).Where(line => line.Key.Trim() is "end" or "").Sum(line => line.Count() - 1));
    }

    [Fact]
    public void Labels_cannot_leave_their_quotes()
    {
        var text = MermaidFlowchart.Of(DiagramOf.Pipeline(Some.Dag(Some.Task("a\"]; x --> y #1\n<i>"))));

        Assert.Contains("""t1["<b>a#quot;]; x --#gt; y #35;1 #lt;i#gt;</b><br/>""", text, StringComparison.Ordinal);
    }
}
