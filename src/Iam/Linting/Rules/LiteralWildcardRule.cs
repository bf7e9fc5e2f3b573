namespace Slipstream.Iam.Linting.Rules;

internal sealed class LiteralWildcardRule : LintRule
{
    public override string Id => "IAM025";

    public override string What => "A value with a wildcard is compared by an operator that knows wildcards.";

    public override string Breaks => "StringEquals takes '*' for a star: the condition never holds.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Document.Statements
        from condition in statement.Conditions
        where condition.Operator.Text.EndsWith("StringEquals", StringComparison.Ordinal) || condition.Operator.Text.EndsWith("StringNotEquals", StringComparison.Ordinal)
        from value in condition.Values
        where Patterns.HasWildcard(value.Text)
        select new Breach(value.Line, statement.Name, $"{condition.Operator.Text} compares '{value.Text}' star for star.",
            "Write StringLike, or the whole value.");
}
