namespace Slipstream.DagGen.Rules;

/// <summary>A breach, the rule that it breaks, and the pipeline that it is in.</summary>
internal sealed record Diagnostic(string Code, string DagId, Breach Breach)
{
    public override string ToString() => $"{Code} {DagId}: {Breach.Member}: {Breach.Message}";
}
