namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A text between quotes, with its escapes read.</summary>
internal sealed record JinjaString(string Value) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [];

    public override string ToString() => $"'{string.Concat(Value.Select(Escape))}'";

    private static string Escape(char c) => c switch
    {
        '\\' or '\'' => $"\\{c}",
        < ' ' or > '~' => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    };
}
