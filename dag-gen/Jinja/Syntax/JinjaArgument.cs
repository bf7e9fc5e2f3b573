namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>An argument of a call, of a filter or of a test.</summary>
internal sealed record JinjaArgument(string? Keyword, JinjaExpression Value)
{
    public override string ToString() => Keyword is null ? $"{Value}" : $"{Keyword}={Value}";
}
