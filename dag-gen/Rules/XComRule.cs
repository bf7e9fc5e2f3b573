using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>A task that pushes XCom gets a second container, which runs as root unless the cluster was told otherwise.</summary>
internal sealed class XComRule : IRule
{
    public string Code => "DG30";

    public IEnumerable<Breach> Check(Dag dag) =>
        from task in dag.Tasks
        where task.PushesXCom && dag.Pod.XComSidecarImage is null && (task.PodSecurity ?? dag.Pod.Security).RunAsNonRoot
        select new Breach(
            $"Tasks['{task.Id}'].PushesXCom",
            "XCom needs a sidecar, and the provider's runs as root, which RunAsNonRoot forbids. Name another in the scheduler's connection to the cluster, "
            + "and say so with Pod.XComSidecarImage; or decide by SkipExitCodes.");
}
