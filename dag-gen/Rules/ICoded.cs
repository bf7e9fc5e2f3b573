namespace Slipstream.DagGen.Rules;

/// <summary>What has a code that users look up in docs/dag-gen-rules.md.</summary>
internal interface ICoded
{
    /// <summary>Two letters and a number, never used for another rule.</summary>
    string Code { get; }
}
