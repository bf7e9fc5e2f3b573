using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class PassRoleRule : LintRule
{
    public override string Id => "IAM017";

    public override string What => "A role is passed to one service, and is a known role other than the caller.";

    public override string Breaks => "Whoever holds the role can run code as another role, and so as everybody that the service may become.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs
        where Patterns.TakesIn(pair.Action.Text, "iam:PassRole", ignoreCase: true)
        from fault in Faults(subject.Context, pair.Statement, pair.Resource.Text)
        select new Breach(pair.Resource.Line, pair.Statement.Name, $"iam:PassRole {fault}.",
            "Name one role of the model by its whole ARN, and add StringEquals iam:PassedToService.");

    private static IEnumerable<string> Faults(LintContext context, DocumentStatement statement, string role)
    {
        if (!Patterns.HasCondition(statement, "iam:PassedToService", "StringEquals"))
        {
            yield return Patterns.HasCondition(statement, "iam:PassedToService", "StringLike")
                ? "holds the service to a pattern"
                : "says not to which service";
        }

        var name = role[(role.LastIndexOf('/') + 1)..];
        if (Patterns.HasWildcard(role))
        {
            yield return $"takes in every role that '{role}' does";
        }
        else if (role.Contains(":iam:::", StringComparison.Ordinal))
        {
            yield return $"names a role without an account, '{role}', which is no role";
        }
        else if (name == context.Role)
        {
            yield return $"passes the role '{name}' to itself";
        }
        else if (context.Model is { } model && !model.Any(use => use.Role == name))
        {
            yield return $"passes '{name}', which is no role of the model";
        }
    }
}
