using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class AnyResourceRule : LintRule
{
    public override string Id => "IAM005";

    public override string What => "An action that can be held to resources is.";

    public override string Breaks => "The role may do it to everything in the account.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs
        where pair.Resource.Text == "*" && ServiceAuthorization.Current.Find(pair.Action.Text) is { Kinds.Count: > 0 }
        select new Breach(pair.Action.Line, pair.Statement.Name,
            $"'{pair.Action.Text}' is allowed on everything.", "Name its resources.");
}
