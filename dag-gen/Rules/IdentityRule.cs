using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>A pod has one identity, of the one kind that its pipeline uses, under a name that AWS and Kubernetes take.</summary>
internal sealed partial class IdentityRule : IRule
{
    private const string RoleAnnotation = "iam.amazonaws.com/role";

    public string Code => "DG25";

    public IEnumerable<Breach> Check(Dag dag) => [.. dag.Tasks.SelectMany(Name), .. OtherKinds(dag), .. Others(dag), .. ByHand(dag)];

    private static IEnumerable<Breach> Name(DagTask task)
    {
        var member = $"Tasks['{task.Id}'].Identity";
        if (task.Identity is ServiceAccountIdentity account && !Grammar.IsDnsSubdomain(account.Name))
        {
            yield return new Breach(
                member,
                $"'{account.Name}' is no service account. Use at most 253 lower-case letters, digits, dashes and dots, with a letter or digit at both ends.");
        }

        if (task.Identity is Kube2IamIdentity iam && !Role().IsMatch(iam.Role))
        {
            yield return new Breach(member, $"'{iam.Role}' is no role. Use at most 64 letters, digits and '_+=,.@-', or the role's whole ARN.");
        }
    }

    private static IEnumerable<Breach> OtherKinds(Dag dag) =>
        from task in dag.Tasks
        let first = Kind(dag.Tasks[0].Identity)
        where Kind(task.Identity) != first
        select new Breach(
            $"Tasks['{task.Id}'].Identity", $"'{task.Id}' has its rights by {Kind(task.Identity)}, but '{dag.Tasks[0].Id}' by {first}. Use one of them for the whole pipeline.");

    private static IEnumerable<Breach> Others(Dag dag) =>
        from tasks in dag.OneRole ? [dag.Tasks.Where(task => task.Capabilities.Count > 0).ToList()] : Array.Empty<List<DagTask>>()
        from task in tasks
        where task.Identity != tasks[0].Identity && Kind(task.Identity) == Kind(tasks[0].Identity)
        select new Breach(
            $"Tasks['{task.Id}'].Identity", $"The pipeline has OneRole, but '{task.Id}' is somebody else than '{tasks[0].Id}'. Give all tasks one identity.");

    private static IEnumerable<Breach> ByHand(Dag dag) =>
        from annotations in dag.Tasks.Select(task => ($"Tasks['{task.Id}'].Annotations", task.Annotations)).Prepend(("Pod.Annotations", dag.Pod.Annotations))
        where annotations.Item2.Any(annotation => annotation.Key == RoleAnnotation)
        select new Breach($"{annotations.Item1}['{RoleAnnotation}']", "A role given by an annotation stands beside the task's Identity. Use Identity.Kube2Iam for it.");

    private static string Kind(Identity identity) => identity switch
    {
        Kube2IamIdentity => "kube2iam",
        ServiceAccountIdentity { Binding: AccountBinding.PodIdentity } => "Pod Identity",
        ServiceAccountIdentity => "IRSA",
        _ => throw new InvalidOperationException($"No kind is known for '{identity.GetType().Name}'."),
    };

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
    [GeneratedRegex(@"^(arn:aws[a-z-]*:iam::[0-9]{12}:role/([!-~]+/)?)?[A-Za-z0-9_+=,.@-]{1,64}\z")]
    private static partial Regex Role();
}
