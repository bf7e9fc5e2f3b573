using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Trust;

namespace Slipstream.DagGen.Rules;

/// <summary>Policies fit IAM's quotas (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).</summary>
internal sealed class PolicySizeRule : IRoleRule
{
    public string Code => "DG38";

    public IEnumerable<Breach> Check(Dag dag, IReadOnlyList<PipelineRole> roles) =>
        dag.Account is { } account ? roles.SelectMany(role => Check(role, account)) : [];

    private static IEnumerable<Breach> Check(PipelineRole role, AwsAccount account)
    {
        var member = role.Member;
        var length = PolicyWriter.CountedCharacters(role.Text);
        if (length > Policy.MostInlineCharacters)
        {
            yield return new Breach(member, $"The policy of '{role.Name}' has {length:N0} characters, and a role takes {Policy.MostInlineCharacters:N0}. Let the stage's settings name fewer folders, or split the task.");
        }
        else if (length > Policy.MostManagedCharacters)
        {
            yield return Breach.Warning(member, $"The policy of '{role.Name}' has {length:N0} characters: a managed policy takes {Policy.MostManagedCharacters:N0}, so that it can only be an inline one. Let the stage's settings name fewer folders.");
        }

        if (RoleTrust.Of(role, account) is { } trust && PolicyWriter.CountedCharacters(PolicyWriter.Write(trust.Policy)) is var trusted && trusted > TrustPolicy.MostCharacters)
        {
            yield return new Breach(
                role.Action is null ? "Account" : "Account.Operators",
                $"The trust policy of '{role.Name}' has {trusted:N0} characters, and IAM takes {TrustPolicy.MostCharacters:N0}. Name fewer principals, such as one role that people take.");
        }
    }
}
