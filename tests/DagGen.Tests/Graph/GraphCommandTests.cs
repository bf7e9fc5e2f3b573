using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Graph;

/// <summary><c>dag-gen graph</c>.</summary>
public sealed class GraphCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_picture_goes_to_the_terminal_or_to_a_file()
    {
        var shown = await DagGenProgram.RunAsync(_folder.Path, "graph");
        var written = await DagGenProgram.RunAsync(_folder.Path, "graph", "postcodes_example", "--output", "docs/new.svg");

        Assert.Equal((0, 0), (shown.ExitCode, written.ExitCode));
        Assert.StartsWith("<svg", shown.Out, StringComparison.Ordinal);
        Assert.Equal(shown.Out, await File.ReadAllTextAsync(_folder.File("docs/new.svg"), TestContext.Current.CancellationToken));
        Assert.Equal("written   docs/new.svg\n", written.Out);
    }

    [Fact]
    public async Task Mermaid_is_another_format()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "graph", "--format", "mermaid");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("flowchart LR\n    t1[\"<b>extract</b>", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("graph --format png", "'png'")]
    [InlineData("graph other_pipeline", "There is no pipeline 'other_pipeline'.")]
    [InlineData("graph --example nothing", "'nothing'")]
    [InlineData("graph postcodes_example --example clean-up", "'postcodes_example' and --example clean-up are two pipelines. Name one of them.")]
    [InlineData("graph --output /proc/nothing/x.svg", "cannot be written")]
    public async Task What_cannot_be_done_is_said(string args, string message)
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, args.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
