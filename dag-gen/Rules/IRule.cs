using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>One rule that a pipeline must keep, with one code.</summary>
internal interface IRule
{
    /// <summary>Two letters and a number, never used for another rule.</summary>
    string Code { get; }

    /// <summary>Every breach of the rule.</summary>
    IEnumerable<Breach> Check(Dag dag);
}
