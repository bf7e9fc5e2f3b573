using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class ActionWildcardRule : LintRule
{
    public override string Id => "IAM003";

    public override string What => "Actions are named one by one.";

    public override string Breaks => "Actions that AWS adds later are granted as well, unseen.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        where Patterns.HasWildcard(allowed.Action.Text)
        select new Breach(allowed.Action.Line, allowed.Statement.Name,
            $"'{allowed.Action.Text}' grants {Count(allowed.Action.Text)} actions.", "Name the actions that are needed.");

    private static int Count(string pattern) =>
        ServiceAuthorization.Current.Actions.Count(known => Patterns.TakesIn(pattern, known.Name, ignoreCase: true));
}
