using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>
/// What becomes of a pod has a name that every target knows. The model lacks what newer providers add, and the flag that
/// they take and ignore, so that only a number can be wrong.
/// </summary>
internal sealed class FinishActionRule : IRule
{
    public string Code => "DG29";

    public IEnumerable<Breach> Check(Dag dag) => Enum.IsDefined(dag.Pod.OnFinish)
        ? []
        : [new Breach("Pod.OnFinish", $"'{dag.Pod.OnFinish}' is nothing that can become of a pod. Use one of {string.Join(", ", Enum.GetNames<FinishAction>())}.")];
}
