using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class DeadPairRule : LintRule
{
    public override string Id => "IAM004";

    public override string What => "Each action can be allowed on each resource of its statement.";

    public override string Breaks => "The pair never matches a request: the right is missing, or not needed.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs
        let known = ServiceAuthorization.Current.Find(pair.Action.Text)
        where known is { Kinds.Count: > 0 } && !known.Kinds.Any(kind => kind.Fits(pair.Resource.Text)) && !MatchesByLuck(pair.Resource.Text)
        select new Breach(pair.Action.Line, pair.Statement.Name,
            $"'{pair.Action.Text}' is asked for on {known.On}, which '{pair.Resource.Text}' is not.",
            "Move the action to a statement of its own, with resources of that kind.");

    // A wildcard before the last part may reach past its colon: IAM008 is about these.
    private static bool MatchesByLuck(string resource) => resource.Split(':', 6) is [.. var first, _] && first.Any(Patterns.HasWildcard);
}
