namespace Slipstream.DagGen.Python;

/// <summary>Imports that fall back to others where a module is missing.</summary>
internal sealed record PyTryImport(IReadOnlyList<PyStatement> Body, string Comment, IReadOnlyList<PyStatement> Fallback) : PyStatement;
