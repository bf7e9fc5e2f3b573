namespace Slipstream.DagGen.Python;

/// <summary><c>with context as alias:</c>, or without an alias, and its block.</summary>
internal sealed record PyWith(PyCall Context, string? Alias, IReadOnlyList<PyStatement> Body) : PyStatement;
