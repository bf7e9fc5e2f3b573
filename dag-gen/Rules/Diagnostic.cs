namespace Slipstream.DagGen.Rules;

/// <summary>A breach, the rule that it breaks, and the pipeline that it is in.</summary>
internal sealed record Diagnostic(string Code, string DagId, Breach Breach)
{
    public bool IsError => Breach.Severity == Severity.Error;

    public override string ToString() => $"{Breach.Severity} {Code} {DagId}: {Breach.Member}: {Breach.Message}";
}
