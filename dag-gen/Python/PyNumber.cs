namespace Slipstream.DagGen.Python;

/// <summary>A whole number.</summary>
internal sealed record PyNumber(long Value) : PyExpression;
