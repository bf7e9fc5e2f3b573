using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Each task and each operator's action has a role of its own, under a name that IAM takes: names are unique in an account.</summary>
internal sealed partial class RoleNameRule : IFleetRule
{
    private const int Longest = 64;

    public string Code => "DG35";

    public IEnumerable<(Dag Dag, Breach Breach)> Check(IReadOnlyList<Dag> dags)
    {
        var roles = dags.Where(dag => dag.Account is not null).SelectMany(Roles).ToList();
        return
        [
            .. from role in roles where !Name().IsMatch(role.Name) select (role.Dag, new Breach(role.Member, TooLong(role.Name))),
            .. from namesakes in roles.GroupBy(role => (role.Dag.Account!.Id, role.Name.ToUpperInvariant()))
               where namesakes.Count() > 1
               let first = namesakes.First()
               let other = namesakes.ElementAt(1)
               select (other.Dag, new Breach(other.Member, $"The role '{other.Name}' is that of '{first.What}' of '{first.Dag.Id}' too. Give each its own, or each has the other's rights.")),
        ];
    }

    private static IEnumerable<NamedRole> Roles(Dag dag) =>
        from task in dag.Tasks
        where task.Capabilities.Count > 0
        from role in task.OperatorActions.Where(action => action.Capabilities.Count > 0)
            .Select(action => new NamedRole(dag, $"Tasks['{task.Id}'].Identity.Role", $"{task.Id} {action.Name}", TaskIamRole.NameOf(dag, task, action)))
            .Prepend(new NamedRole(dag, $"Tasks['{task.Id}'].Identity.Role", task.Id, TaskIamRole.NameOf(dag, task)))
        where !dag.OneRole || task == dag.Tasks.First(one => one.Capabilities.Count > 0) || role.What != task.Id
        select role;

    private static string TooLong(string name) => name.Length > Longest
        ? $"The role '{name}' has {name.Length} characters, and IAM takes {Longest}. Give the identity a shorter role: Identity.ServiceAccount(name, role)."
        : $"'{name}' is no role. Use letters, digits and '_+=,.@-'.";

    private sealed record NamedRole(Dag Dag, string Member, string What, string Name);

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]{1,64}\z")]
    private static partial Regex Name();
}
