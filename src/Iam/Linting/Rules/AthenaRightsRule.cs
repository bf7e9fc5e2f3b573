namespace Slipstream.Iam.Linting.Rules;

internal sealed class AthenaRightsRule : LintRule
{
    public override string Id => "IAM015";

    public override string What => "Who starts queries has what Athena needs besides.";

    public override string Breaks => "Athena fails with 'Unable to verify/create output bucket', or denies glue:GetDatabase on the database 'default'.";

    public override string Link => "https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html";

    private const string Start = "athena:StartQueryExecution";
    private static readonly string[] OnResults = ["s3:GetBucketLocation", "s3:PutObject"];

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        where allowed.Action.Text.Equals(Start, StringComparison.OrdinalIgnoreCase)
        from missing in Missing(subject)
        select new Breach(allowed.Action.Line, allowed.Statement.Name, $"{Start} is allowed without {missing}.", "Add it, with aws:CalledVia athena.amazonaws.com.");

    private static IEnumerable<string> Missing(LintSubject subject)
    {
        if (!subject.Pairs.Any(pair => Patterns.TakesIn(pair.Action.Text, "glue:GetDatabase", ignoreCase: true)
            && (pair.Resource.Text == "*" || pair.Resource.Text.EndsWith(":database/default", StringComparison.Ordinal)
                || pair.Resource.Text.EndsWith(":database/*", StringComparison.Ordinal))))
        {
            yield return "glue:GetDatabase on the database 'default'";
        }

        foreach (var action in OnResults.Where(action => !subject.Covers(action)))
        {
            yield return $"{action} for its results";
        }
    }
}
