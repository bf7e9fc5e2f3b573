using System.CommandLine;
using System.Text;
using Slipstream.DagGen.Graph;
using Slipstream.DagGen.Pipelines;

namespace Slipstream.DagGen.Commands;

/// <summary><c>dag-gen graph</c>.</summary>
internal sealed class GraphCommand
{
    private const string Svg = "svg";
    private const string Mermaid = "mermaid";

    private const string About = """
        Draw a pipeline: its tasks, groups and edges, from left to right.

        svg is a picture that stands by itself, light or dark as its reader likes; mermaid is text that
        GitHub, GitLab and many wikis draw. The same pipeline always gives the same bytes, and no release
        is named, so that the picture of a README changes only when the pipeline does.

          dag-gen graph --output docs/postcodes_example.svg
          dag-gen graph --example clean-up --format mermaid
        """;

    private readonly Option<string> _format = new("--format")
    {
        Description = "What to write.",
        HelpName = $"{Svg}|{Mermaid}",
        DefaultValueFactory = _ => Svg,
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The file to write. Not given: the terminal.",
        HelpName = "FILE",
    };

    private readonly PipelineChoice _choice;

    private GraphCommand(IReadOnlyList<IPipeline> pipelines)
    {
        _choice = new PipelineChoice(pipelines, "production");
        _format.AcceptOnlyFromAmong(Svg, Mermaid);
    }

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new GraphCommand(pipelines);
        var command = new Command("graph", About)
        {
            parts._choice.Pipeline, parts._choice.Example, parts._format, parts._output, parts._choice.Environment,
        };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var diagram = DiagramOf.Pipeline(_choice.Read(parsed, terminal.CurrentDirectory));
        var text = parsed.GetRequiredValue(_format) == Mermaid ? MermaidFlowchart.Of(diagram) : SvgPicture.Of(diagram);
        if (parsed.GetValue(_output) is not { } output)
        {
            await terminal.Out.WriteAsync(text.AsMemory(), cancellationToken);
            return 0;
        }

        await WriteAsync(terminal.FullPath(output), text, cancellationToken);
        await terminal.Out.WriteLineAsync($"written   {output}");
        return 0;
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, new UTF8Encoding(false), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.NotWritable(path, exception);
        }
    }
}
