using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Model;

/// <summary>What CloudTrail calls the session of a task's pod: task and pipeline. The time of its events tells the run.</summary>
internal static class SessionName
{
    /// <summary>The variable; none for a task that says its own, and where somebody else begins the session: EKS for Pod Identity, kube2iam.</summary>
    public static IEnumerable<TaskVariable> VariableOf(Dag dag, DagTask task)
    {
        if (task is { Stage: not null, Identity: ServiceAccountIdentity { Binding: AccountBinding.Irsa } }
            && task.Environment.All(variable => variable.Name != HostSettings.SessionNameVariable))
        {
            yield return new TaskVariable(HostSettings.SessionNameVariable, Cut($"{dag.FullIdOf(task)}@{dag.Id}"));
        }
    }

    private static string Cut(string name) => name[..Math.Min(name.Length, VariableKinds.LongestSessionName)];
}
