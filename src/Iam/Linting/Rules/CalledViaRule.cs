using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class CalledViaRule : LintRule
{
    public override string Id => "IAM016";

    public override string What => "What only Athena needs is allowed only to Athena.";

    public override string Breaks => "The container itself may use the right, outside of any query.";

    public override string Link => "https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena-calledvia.html";

    public override LintSeverity Severity => LintSeverity.Warning;

    // No stage calls them itself.
    private static readonly string[] OnlyForAthena =
        ["s3:GetBucketLocation", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts"];

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs.DistinctBy(pair => (pair.Statement.Number, pair.Action.Text))
        where subject.Covers("athena:StartQueryExecution") && !Patterns.HasCondition(pair.Statement, "aws:CalledVia") && IsForAthena(pair.Action, pair.Statement)
        select new Breach(pair.Action.Line, pair.Statement.Name,
            $"Only Athena needs '{pair.Action.Text}' here, and the container has it too.",
            "Add ForAnyValue:StringEquals aws:CalledVia athena.amazonaws.com.");

    private static bool IsForAthena(Located action, DocumentStatement statement) =>
        OnlyForAthena.Contains(action.Text, StringComparer.OrdinalIgnoreCase)
        || (action.Text.StartsWith("glue:", StringComparison.OrdinalIgnoreCase)
            && statement.Resources.Any(resource => resource.Text.EndsWith(":database/default", StringComparison.Ordinal)));
}
