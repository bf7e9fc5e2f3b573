using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class TrustRule : LintRule
{
    public override string Id => "IAM034";

    public override string What => "A trust policy lets in one service account of one audience.";

    public override string Breaks => "Every pod of the cluster, or everybody, can take on the role.";

    public override string Link => "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html";

    private const string WebIdentity = "sts:AssumeRoleWithWebIdentity";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Allows
        where subject.Document.IsTrust
        from fault in Faults(statement)
        select new Breach(fault.Line, statement.Name, fault.Text, "Write StringEquals with aud and sub of the one service account.");

    private static IEnumerable<Located> Faults(DocumentStatement statement) =>
    [
        .. statement.Principals.SelectMany(principal => principal.Values).Where(value => value.Text == "*")
            .Select(value => new Located("The principal is everybody.", value.Line)),
        .. statement.Actions.Any(action => Patterns.TakesIn(action.Text, WebIdentity, ignoreCase: true)) ? TokenFaults(statement) : [],
    ];

    private static IEnumerable<Located> TokenFaults(DocumentStatement statement)
    {
        foreach (var claim in new[] { ":aud", ":sub" })
        {
            var conditions = statement.Conditions.Where(condition => condition.Key.Text.EndsWith(claim, StringComparison.Ordinal)).ToList();
            if (conditions.Count == 0)
            {
                yield return new Located($"No condition on '{claim[1..]}'.", statement.Line);
            }

            foreach (var condition in conditions.Where(condition => condition.Operator.Text != "StringEquals" || condition.Values.Any(value => Patterns.HasWildcard(value.Text))))
            {
                yield return new Located($"'{condition.Key.Text}' is compared by a pattern.", condition.Key.Line);
            }
        }
    }
}
