namespace Slipstream.Iam.Linting.Rules;

internal sealed class SharedRoleRule : LintRule
{
    public override string Id => "IAM035";

    public override string What => "Each stage has a role of its own.";

    public override string Breaks => "Each has the rights of the other.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override Evidence Needs => Evidence.Model;

    public override IEnumerable<Breach> Check(LintSubject subject)
    {
        var users = subject.Context.Model!.Where(use => use.Role == subject.Context.Role).Select(use => $"{use.Pipeline}/{use.Stage}").Distinct().ToList();
        return users.Count < 2
            ? []
            : [new Breach(1, string.Empty, $"'{subject.Context.Role}' is the role of {string.Join(" and ", users)}.", "Give each its own.")];
    }
}
