using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>One rule that a pipeline must keep in the releases that it is generated for.</summary>
internal interface ITargetRule : ICoded
{
    /// <summary>Every breach of the rule.</summary>
    IEnumerable<Breach> Check(Dag dag, Target target);
}
