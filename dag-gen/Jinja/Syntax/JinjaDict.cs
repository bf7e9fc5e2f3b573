namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A dictionary: <c>{a: b}</c>.</summary>
internal sealed record JinjaDict(IReadOnlyList<JinjaEntry> Entries) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => Entries.SelectMany(entry => new[] { entry.Key, entry.Value });

    public override string ToString() => $"{{{string.Join(", ", Entries)}}}";
}
