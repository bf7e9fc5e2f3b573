namespace Slipstream.DagGen.Python;

/// <summary><c>from module import names</c>; a name may be <c>X as Y</c>.</summary>
internal sealed record PyFromImport(string Module, params IReadOnlyList<string> Names) : PyStatement;
