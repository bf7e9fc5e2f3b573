using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class NoResourceRule : LintRule
{
    public override string Id => "IAM006";

    public override string What => "An action that knows no resources is allowed on '*'.";

    public override string Breaks => "The pair never matches: such requests name no resource.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs
        where pair.Resource.Text != "*" && ServiceAuthorization.Current.Find(pair.Action.Text) is { Kinds.Count: 0 }
        select new Breach(pair.Resource.Line, pair.Statement.Name,
            $"'{pair.Action.Text}' knows no resources, so that it is never asked for on '{pair.Resource.Text}'.",
            "Write '*', in a statement of its own, with a condition.");
}
