using Slipstream.Iam.Reading;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class ConditionKeyRule : LintRule
{
    public override string Id => "IAM024";

    public override string What => "A condition is about a key that requests of the action have, by an operator for its type.";

    public override string Breaks => "The condition never holds, or always: the right is missing, or not limited.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        where allowed.Known is not null && !subject.Document.IsTrust
        from condition in allowed.Statement.Conditions
        let fault = Fault(allowed.Known, condition)
        where fault is not null
        select new Breach(condition.Key.Line, allowed.Statement.Name, fault, "Give the action a statement of its own, with conditions that it knows.");

    private static string? Fault(AuthorizedAction action, DocumentCondition condition)
    {
        var key = condition.Key.Text;
        if (!action.Knows(key))
        {
            return $"Requests of '{action.Name}' have no '{key}'.";
        }

        return ServiceAuthorization.Current.TypeOf(key) is { } type && !Fits(condition.Operator.Text, type)
            ? $"'{key}' is of the type {type}, which '{condition.Operator.Text}' does not compare."
            : null;
    }

    // Texts compare ARNs as well, byte by byte.
    private static bool Fits(string operation, string type)
    {
        var name = operation[(operation.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var element = type.Replace("ArrayOf", string.Empty, StringComparison.Ordinal);
        return name == "Null" || name.StartsWith(element, StringComparison.OrdinalIgnoreCase)
            || (element == "ARN" && name.StartsWith("String", StringComparison.Ordinal))
            || (element == "Bool" && name.StartsWith("String", StringComparison.Ordinal));
    }
}
