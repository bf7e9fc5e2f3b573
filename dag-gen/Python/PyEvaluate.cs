namespace Slipstream.DagGen.Python;

/// <summary>An expression that stands for its effect.</summary>
internal sealed record PyEvaluate(PyExpression Expression) : PyStatement;
