namespace Slipstream.DagGen.Rules;

/// <summary>Pipelines break rules: nothing is written.</summary>
internal sealed class ModelException(Diagnostics diagnostics) : Exception(diagnostics.ToString())
{
    public Diagnostics Diagnostics { get; } = diagnostics;
}
