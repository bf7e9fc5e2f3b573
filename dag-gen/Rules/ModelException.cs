namespace Slipstream.DagGen.Rules;

/// <summary>Pipelines break rules: nothing is written.</summary>
internal sealed class ModelException(IReadOnlyList<Diagnostic> diagnostics) : Exception(string.Join('\n', diagnostics))
{
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
