namespace Slipstream.DagGen.Python;

/// <summary><c>target = value</c>; the target may carry an annotation.</summary>
internal sealed record PyAssign(PyExpression Target, PyExpression Value) : PyStatement
{
    public string? Annotation { get; init; }
}
