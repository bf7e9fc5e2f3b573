namespace Slipstream.DagGen.Python;

/// <summary>A call of a function or a class.</summary>
internal sealed record PyCall(string Function, params IReadOnlyList<PyItem> Arguments) : PyBracketed($"{Function}(", ")", Arguments);
