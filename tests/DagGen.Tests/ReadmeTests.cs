using Slipstream.Testing;

namespace Slipstream.DagGen.Tests;

/// <summary>What README shows of the pipeline and of its DAG stands in the files.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.Path("README.md"));

    [Theory]
    [InlineData("```csharp\n", "dag-gen", "Pipelines", "PostcodesExample.cs")]
    [InlineData("```python\n", "dags", "postcodes_example_dag.py")]
    public void Every_line_of_the_excerpt_is_in_the_file(string fence, params string[] path)
    {
        var start = Readme.IndexOf(fence, StringComparison.Ordinal) + fence.Length;
        var excerpt = Readme[start..Readme.IndexOf("```", start, StringComparison.Ordinal)];
        var file = Squeeze(File.ReadAllText(Repository.Path(path)));

        var lines = excerpt.Split('\n').Where(line => line.Trim() is not ("" or "…")).ToList();

        Assert.True(lines.Count > 10, "The excerpt was not found.");
        Assert.All(lines, line => Assert.Contains(Squeeze(line), file));
    }

    // A line may be broken for the width of the page.
    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
