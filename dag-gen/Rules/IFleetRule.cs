using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>One rule that all pipelines must keep together.</summary>
internal interface IFleetRule : ICoded
{
    /// <summary>Every breach of the rule, with the pipeline to change.</summary>
    IEnumerable<(Dag Dag, Breach Breach)> Check(IReadOnlyList<Dag> dags);
}
