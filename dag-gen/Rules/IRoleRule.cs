using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>One rule that the compiled policies of a pipeline must keep.</summary>
internal interface IRoleRule : ICoded
{
    /// <summary>Every breach of the rule.</summary>
    IEnumerable<Breach> Check(Dag dag, IReadOnlyList<PipelineRole> roles);
}
