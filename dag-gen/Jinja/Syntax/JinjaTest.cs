namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A test: <c>ds is defined</c>.</summary>
internal sealed record JinjaTest(JinjaExpression Target, string Name, bool IsNegated, IReadOnlyList<JinjaArgument> Arguments) : JinjaExpression
{
    public override IEnumerable<JinjaExpression> Children => [Target, .. Arguments.Select(argument => argument.Value)];

    public override string ToString() => $"(({Target}) is {(IsNegated ? "not " : string.Empty)}{Name}({string.Join(", ", Arguments)}))";
}
