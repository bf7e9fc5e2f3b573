using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>One rule that a pipeline must keep by itself, whatever it is generated for.</summary>
internal interface IRule : ICoded
{
    /// <summary>Every breach of the rule.</summary>
    IEnumerable<Breach> Check(Dag dag);
}
