namespace Slipstream.DagGen.Model;

/// <summary>A Jinja template.</summary>
internal sealed record TemplateText(string Jinja) : TemplatedText;
