namespace Slipstream.DagGen.Python;

/// <summary><c>import module</c>.</summary>
internal sealed record PyImport(string Module) : PyStatement;
