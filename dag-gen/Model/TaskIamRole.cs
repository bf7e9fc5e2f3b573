using Slipstream.Contracts.Settings;

namespace Slipstream.DagGen.Model;

/// <summary>The IAM role that a task's pod gets.</summary>
internal static class TaskIamRole
{
    /// <summary>The role's name: as the identity says, or after pipeline and task (where there is one role, the pipeline). Of a role that is given by its ARN, the last part.</summary>
    public static string NameOf(Dag dag, DagTask task) => task.Identity switch
    {
        ServiceAccountIdentity account => account.Role ?? (dag.OneRole ? dag.Id : $"{dag.Id}-{dag.PodNameOf(task)}").Replace('_', '-').Replace('.', '-').ToLowerInvariant(),
        Kube2IamIdentity iam => iam.Role[(iam.Role.LastIndexOf('/') + 1)..],
        _ => throw new InvalidOperationException($"No role is known for '{task.Identity.GetType().Name}'."),
    };

    /// <summary>The role that an operator takes for an action.</summary>
    public static string NameOf(Dag dag, DagTask task, OperatorRights action) => $"{NameOf(dag, task)}-{action.Word}";

    /// <summary>The ARN of a task's role.</summary>
    public static string ArnOf(Dag dag, DagTask task, AwsAccount account) => task.Identity is Kube2IamIdentity iam && iam.Role.StartsWith("arn:", StringComparison.Ordinal)
        ? iam.Role
        : account.ArnOf(NameOf(dag, task));

    /// <summary>The path of a task's role: that of its ARN where it is given by one.</summary>
    public static string PathOf(DagTask task, AwsAccount account) => task.Identity is Kube2IamIdentity { Role: var role } && role.StartsWith("arn:", StringComparison.Ordinal)
        ? role[role.IndexOf('/', StringComparison.Ordinal)..(role.LastIndexOf('/') + 1)]
        : account.RolePath;

    /// <summary>The account that a task's role lies in, which is the pipeline's unless its ARN names another.</summary>
    public static string AccountOf(Dag dag, DagTask task, AwsAccount account) => ArnOf(dag, task, account).Split(':')[4];

    /// <summary>The variable by which a stage stops as anybody else; none without an account, and for a task that says its own.</summary>
    public static IEnumerable<TaskVariable> VariableOf(Dag dag, DagTask task)
    {
        if (dag.Account is { } account && task.Stage is not null && task.Variables.Any(row => row.Name == HostSettings.ExpectedRoleVariable)
            && task.Environment.All(variable => variable.Name != HostSettings.ExpectedRoleVariable))
        {
            yield return new TaskVariable(HostSettings.ExpectedRoleVariable, ArnOf(dag, task, account));
        }
    }
}
