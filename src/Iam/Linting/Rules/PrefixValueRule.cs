using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class PrefixValueRule : LintRule
{
    public override string Id => "IAM010";

    public override string What => "A prefix that may be listed is a declared folder, and ends with a slash.";

    public override string Breaks => "Without the slash 'table' takes in what 'table_extra' holds; the wrong text denies what the stage asks for.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Allows
        from condition in Patterns.Conditions(statement, "s3:prefix", "StringEquals", "StringLike")
        from value in condition.Values
        let fault = Fault(subject, statement, condition, value.Text)
        where fault is not null
        select new Breach(value.Line, statement.Name, $"The prefix '{value.Text}' {fault}.", "Write the declared folder, with its last slash.");

    private static string? Fault(LintSubject subject, DocumentStatement statement, DocumentCondition condition, string value)
    {
        var folder = condition.Operator.Text == "StringLike" ? value.TrimEnd('*') : value;
        if (!folder.EndsWith('/'))
        {
            return "does not end with a slash";
        }

        return subject.Context.Capabilities is { } declared && !declared.SelectMany(Folders).Any(declaredFolder => Declares(declaredFolder, statement, folder))
            ? "lies outside of what the stage declares"
            : null;
    }

    private static IEnumerable<S3Prefix> Folders(Capability capability) => capability switch
    {
        ObjectCapability objects => [objects.Prefix],
        AthenaQuery { Results: { } results } query => [query.Data, results],
        AthenaQuery query => [query.Data],
        _ => [],
    };

    private static bool Declares(S3Prefix declared, DocumentStatement statement, string folder) =>
        folder.StartsWith(declared.Key, StringComparison.Ordinal)
        && statement.Resources.Any(resource => Patterns.S3(resource.Text)?.Bucket == declared.Bucket);
}
