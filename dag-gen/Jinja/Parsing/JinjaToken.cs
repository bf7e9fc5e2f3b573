namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>A word or sign of a template; a string's text has its escapes read.</summary>
internal sealed record JinjaToken(JinjaTokenKind Kind, string Text, int Position)
{
    public string Describe() => Kind switch
    {
        JinjaTokenKind.End => "The end of the template",
        JinjaTokenKind.Text => "Text",
        JinjaTokenKind.String => $"The text '{Text}'",
        _ => $"'{Text}'",
    };

    public bool Is(JinjaTokenKind kind, params ReadOnlySpan<string> texts) => Kind == kind && texts.Contains(Text);
}
