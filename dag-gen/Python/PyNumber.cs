namespace Slipstream.DagGen.Python;

/// <summary>A number; whole unless it has decimal places.</summary>
internal sealed record PyNumber(decimal Value) : PyExpression;
