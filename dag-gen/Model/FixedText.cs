namespace Slipstream.DagGen.Model;

/// <summary>A text that stays as it is: nothing in it is a template.</summary>
internal sealed record FixedText(string Text) : TemplatedText;
