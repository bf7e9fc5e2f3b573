using System.Text;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Graph;

/// <summary>A diagram as Mermaid's text, which many wikis and README files draw.</summary>
internal sealed class MermaidFlowchart
{
    private readonly Diagram _diagram;
    private readonly Dictionary<string, string> _names;
    private readonly StringBuilder _text = new();

    private MermaidFlowchart(Diagram diagram)
    {
        _diagram = diagram;
        // Ids of ours, for 'end' and others mean something to Mermaid.
        _names = diagram.Tasks.Select((task, place) => (task.Id, Name: $"t{place + 1}")).ToDictionary(pair => pair.Id, pair => pair.Name);
    }

    public static string Of(Diagram diagram) => new MermaidFlowchart(diagram).Write();

    private string Write()
    {
        Line(0, $"%% {Plain(_diagram.Title)}: {Plain(_diagram.Subtitle)}");
        Line(0, "flowchart LR");
        WriteInside(null, 1);
        foreach (var edge in _diagram.Edges)
        {
            var arrow = _diagram.Task(edge.Downstream).Role == TaskRole.Teardown ? "-.->" : "-->";
            Line(1, $"{_names[edge.Upstream]} {arrow} {_names[edge.Downstream]}");
        }

        WriteClass(TaskRole.Setup, "stroke:#1a7f37,stroke-width:2px");
        WriteClass(TaskRole.Teardown, "stroke:#9a6700,stroke-width:2px");
        return _text.ToString();
    }

    private void WriteInside(string? group, int depth)
    {
        foreach (var task in _diagram.Tasks.Where(task => task.Group == group))
        {
            Line(depth, $"{_names[task.Id]}[\"{string.Join("<br/>", task.Details.Select(Label).Prepend($"<b>{Label(task.Id)}</b>"))}\"]");
        }

        foreach (var (inner, place) in _diagram.Groups.Select((inner, place) => (inner, place)).Where(pair => pair.inner.Parent == group))
        {
            Line(depth, $"subgraph g{place + 1}[\"{Label(inner.Id)}\"]");
            WriteInside(inner.Id, depth + 1);
            Line(depth, "end");
        }
    }

    private void WriteClass(TaskRole role, string style)
    {
        var names = _diagram.Tasks.Where(task => task.Role == role).Select(task => _names[task.Id]).ToList();
        if (names.Count > 0)
        {
            var name = role == TaskRole.Setup ? "setup" : "teardown";
            Line(1, $"classDef {name} {style}");
            Line(1, $"class {string.Join(',', names)} {name}");
        }
    }

    private void Line(int depth, string text) => _text.Append(' ', depth * 4).Append(text).Append('\n');

    private static string Plain(string text) => text.ReplaceLineEndings(" ");

    // Mermaid writes characters as '#code;'.
    private static string Label(string text) => Plain(text)
        .Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal);
}
