using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>The environment's account says, in AWS's own form, all that the pipeline's identities need.</summary>
internal sealed partial class AccountRule : IRule
{
    public string Code => "DG34";

    public IEnumerable<Breach> Check(Dag dag) => dag.Account is { } account ? [.. Forms(account), .. Missing(dag, account)] : [];

    private static IEnumerable<Breach> Forms(AwsAccount account)
    {
        (string Member, string? Value, Regex Form, string Advice)[] fields =
        [
            (nameof(account.Id), account.Id, Digits(), "An account id has twelve digits, zeros in front included"),
            (nameof(account.Region), account.Region, Region(), "Write it as in eu-west-1; isolated partitions (-iso-) are not known here"),
            (nameof(account.RolePath), account.RolePath, Path(), "A path begins and ends with a slash and has at most 512 characters"),
            (nameof(account.OidcProvider), account.OidcProvider, Provider(), "Write host and path, as in oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE, without https://"),
            (nameof(account.Cluster), account.Cluster, Cluster(), "A cluster's name has at most 100 letters, digits, dashes and underscores"),
            (nameof(account.NodeRole), account.NodeRole, Principal(), "Give the ARN of a role"),
        ];
        return
        [
            .. from field in fields
               where field.Value is not null && !field.Form.IsMatch(field.Value)
               select new Breach($"Account.{field.Member}", $"'{field.Value}' cannot be it. {field.Advice}."),
            .. from arn in account.Operators
               where !Principal().IsMatch(arn)
               select new Breach($"Account.Operators['{arn}']", $"'{arn}' is nobody. Give the ARN of a role or a user: never a whole account, and never '*'."),
            .. from principal in account.Operators.Select(arn => (Member: $"Operators['{arn}']", Arn: arn)).Append((Member: nameof(account.NodeRole), Arn: account.NodeRole ?? string.Empty))
               where Principal().IsMatch(principal.Arn) && principal.Arn.Split(':')[1] != account.Partition
               select new Breach($"Account.{principal.Member}", $"'{principal.Arn}' is of another partition of AWS than {account.Region}, which is in '{account.Partition}': no role can trust it."),
            .. Grammar.IsDnsLabel(account.Namespace) ? Array.Empty<Breach>() : [new Breach(
                "Account.Namespace", $"'{account.Namespace}' is no namespace. Use at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends.")],
        ];
    }

    // One breach for each fact that is missing, whichever task needs it first.
    private static IEnumerable<Breach> Missing(Dag dag, AwsAccount account) =>
        (from task in dag.Tasks
         where task.Capabilities.Count > 0
         from breach in Missing(task, account)
         select breach).DistinctBy(breach => breach.Member);

    private static IEnumerable<Breach> Missing(DagTask task, AwsAccount account) => task.Identity switch
    {
        ServiceAccountIdentity { Binding: AccountBinding.Irsa } when account.OidcProvider is null =>
            [Lacks(nameof(account.OidcProvider), task, "IRSA", "the cluster's identity provider")],
        ServiceAccountIdentity { Binding: AccountBinding.PodIdentity } when account.Cluster is null =>
            [Lacks(nameof(account.Cluster), task, "Pod Identity", "the cluster's name")],
        Kube2IamIdentity when account.NodeRole is null =>
            [Lacks(nameof(account.NodeRole), task, "kube2iam", "the role of the cluster's nodes")],
        _ => [],
    };

    private static Breach Lacks(string member, DagTask task, string means, string what) => new(
        $"Account.{member}", $"'{task.Id}' has its role by {means}, whose trust policy needs {what}. Set it in the environment.");

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^[a-z]{2}(-(?!iso)[a-z]+)+-[0-9]\z")]
    private static partial Regex Region();

    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html; no pattern of a policy's.
    [GeneratedRegex(@"^(?=.{1,512}\z)/([A-Za-z0-9_+=,.@/-]+/)?\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"^[A-Za-z0-9.-]+(/[A-Za-z0-9._-]+)*\z")]
    private static partial Regex Provider();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,99}\z")]
    private static partial Regex Cluster();

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9_+=,.@/-]+\z")]
    private static partial Regex Principal();
}
