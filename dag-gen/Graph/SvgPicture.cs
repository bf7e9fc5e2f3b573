using System.Globalization;
using System.Text;
using System.Xml;
using Slipstream.DagGen.Graph.Layout;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Graph;

/// <summary>A diagram as a picture that stands by itself.</summary>
internal sealed class SvgPicture
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly Diagram _diagram;
    private readonly PlacedGraph _placed;
    private readonly XmlWriter _xml;

    private SvgPicture(Diagram diagram, XmlWriter xml)
    {
        (_diagram, _xml) = (diagram, xml);
        _placed = DiagramLayout.Place(SvgSizes.Of(diagram));
    }

    public static string Of(Diagram diagram)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(text, settings))
        {
            new SvgPicture(diagram, xml).Write();
        }

        return text.Append('\n').ToString();
    }

    private void Write()
    {
        var header = Math.Max(TextWidth.Of(_diagram.Title, SvgStyle.TitleSize), TextWidth.Of(_diagram.Subtitle, SvgStyle.SubtitleSize));
        var width = Math.Max(_placed.Width, header) + (2 * SvgStyle.Margin);
        var height = _placed.Height + SvgStyle.HeaderHeight + (2 * SvgStyle.Margin);
        _xml.WriteStartElement("svg", Namespace);
        Attributes(("width", width), ("height", height));
        _xml.WriteAttributeString("viewBox", $"0 0 {Number(width)} {Number(height)}");
        _xml.WriteAttributeString("role", "img");
        Element("title", XmlText.Of(_diagram.Title));
        Element("style", SvgStyle.Sheet);
        Rectangle("page", new Box(0.5, 0.5, width - 1, height - 1), 10);
        Text("title", SvgStyle.Margin, SvgStyle.Margin + 14, _diagram.Title);
        Text("subtitle", SvgStyle.Margin, SvgStyle.Margin + 34, _diagram.Subtitle);
        _xml.WriteStartElement("g", Namespace);
        _xml.WriteAttributeString("transform", $"translate({Number(SvgStyle.Margin)} {Number(SvgStyle.Margin + SvgStyle.HeaderHeight)})");
        _diagram.Groups.ToList().ForEach(WriteGroup);
        _placed.Routes.ToList().ForEach(WriteEdge);
        _diagram.Tasks.ToList().ForEach(WriteTask);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteGroup(TaskGroup group)
    {
        var box = _placed.Groups[group.Id];
        Rectangle("frame", box, 8);
        Text("name", box.X + Spacing.Padding, box.Y + 18, group.Id);
    }

    private void WriteEdge(Route route)
    {
        var cleanup = _diagram.Task(route.Edge.To).Role == TaskRole.Teardown;
        _xml.WriteStartElement("g", Namespace);
        Element("title", XmlText.Of($"{route.Edge.From} → {route.Edge.To}"));
        _xml.WriteStartElement("path", Namespace);
        _xml.WriteAttributeString("class", cleanup ? "edge cleanup" : "edge");
        _xml.WriteAttributeString("d", SvgPath.Line(route));
        _xml.WriteEndElement();
        _xml.WriteStartElement("path", Namespace);
        _xml.WriteAttributeString("class", "arrow");
        _xml.WriteAttributeString("d", SvgPath.Arrow(route));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteTask(DiagramTask task)
    {
        var box = _placed.Nodes[task.Id];
        _xml.WriteStartElement("g", Namespace);
        Element("title", XmlText.Of(string.Join('\n', task.Details.Prepend(task.Id))));
        Rectangle("box", box, 6);
        Rectangle(SvgStyle.ClassOf(task.Role), new Box(box.X + 5, box.Y + 8, 3, box.Height - 16), 1.5);
        var line = box.Y + 23;
        Text("id", box.X + SvgStyle.TaskPadding, line, task.Id);
        foreach (var detail in task.Details)
        {
            line += SvgStyle.DetailHeight;
            Text("detail", box.X + SvgStyle.TaskPadding, line, detail);
        }

        _xml.WriteEndElement();
    }

    private void Rectangle(string style, Box box, double radius)
    {
        _xml.WriteStartElement("rect", Namespace);
        _xml.WriteAttributeString("class", style);
        Attributes(("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height), ("rx", radius));
        _xml.WriteEndElement();
    }

    private void Text(string style, double x, double y, string text)
    {
        _xml.WriteStartElement("text", Namespace);
        _xml.WriteAttributeString("class", style);
        Attributes(("x", x), ("y", y));
        _xml.WriteString(XmlText.Of(text));
        _xml.WriteEndElement();
    }

    private void Element(string name, string text) => _xml.WriteElementString(name, Namespace, text);

    private void Attributes(params IEnumerable<(string Name, double Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            _xml.WriteAttributeString(name, Number(value));
        }
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
