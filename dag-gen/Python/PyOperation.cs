namespace Slipstream.DagGen.Python;

/// <summary>Operands with one operator between them, in parentheses.</summary>
internal sealed record PyOperation(string Operator, params IReadOnlyList<PyExpression> Operands) : PyExpression;
