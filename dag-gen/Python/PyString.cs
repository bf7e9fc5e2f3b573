namespace Slipstream.DagGen.Python;

/// <summary>A string literal of any text.</summary>
internal sealed record PyString(string Value) : PyExpression;
