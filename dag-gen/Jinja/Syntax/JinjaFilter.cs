namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A filter: <c>data_interval_end | ds</c>.</summary>
internal sealed record JinjaFilter(JinjaExpression Target, string Name, IReadOnlyList<JinjaArgument> Arguments) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [Target, .. Arguments.Select(argument => argument.Value)];

    public override string ToString() => $"(({Target}) | {Name}({string.Join(", ", Arguments)}))";
}
