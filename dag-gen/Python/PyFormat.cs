namespace Slipstream.DagGen.Python;

/// <summary>A formatted string literal: texts and names in turn.</summary>
internal sealed record PyFormat(params IReadOnlyList<PyExpression> Parts) : PyExpression;
