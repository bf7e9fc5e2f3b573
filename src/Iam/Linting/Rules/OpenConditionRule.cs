using Slipstream.Iam.Reading;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class OpenConditionRule : LintRule
{
    public override string Id => "IAM026";

    public override string What => "A condition of an Allow fails where its key is missing.";

    public override string Breaks => "A request without the key passes.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Allows
        from condition in statement.Conditions
        let fault = Fault(condition)
        where fault is not null
        select new Breach(condition.Operator.Line, statement.Name, fault, "Write StringEquals, or ForAnyValue: before it for keys of several values.");

    private static string? Fault(DocumentCondition condition)
    {
        var operation = condition.Operator.Text;
        if (operation.Contains("Not", StringComparison.Ordinal) || operation.EndsWith("IfExists", StringComparison.Ordinal)
            || operation.StartsWith("ForAllValues:", StringComparison.Ordinal))
        {
            return $"{operation} holds for requests that have no '{condition.Key.Text}'.";
        }

        return operation != "Null" && !operation.StartsWith("ForAnyValue:", StringComparison.Ordinal)
            && ServiceAuthorization.Current.TypeOf(condition.Key.Text)?.StartsWith("ArrayOf", StringComparison.Ordinal) == true
            ? $"'{condition.Key.Text}' has several values, and {operation} compares one."
            : null;
    }
}
