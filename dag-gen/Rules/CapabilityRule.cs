using Slipstream.Contracts.Capabilities;
using Slipstream.DagGen.Model;
using Slipstream.Iam.Compilation;

namespace Slipstream.DagGen.Rules;

/// <summary>What stages declare can be held by a policy: no right reaches a whole bucket, and no name is a pattern.</summary>
internal sealed class CapabilityRule : IRule
{
    public string Code => "DG36";

    public IEnumerable<Breach> Check(Dag dag) =>
        from task in dag.Account is null ? [] : dag.Tasks
        from problem in CapabilityProblem.In(Declared(task).Distinct())
        select new Breach($"Tasks['{task.Id}'].Settings.{problem.Capability.Name}", problem.Message);

    private static IEnumerable<Capability> Declared(DagTask task) =>
        task.Capabilities.Concat(task.OperatorActions.SelectMany(action => action.Capabilities));
}
