using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class ImmutableRule : LintRule
{
    public override string Id => "IAM022";

    public override string What => "What is kept for ever is neither deleted nor replaced.";

    public override string Breaks => "History can be lost, and everything made from it can no more be made again.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html";

    // By its name a bucket of raw history, whether or not a model says so.
    private const string History = "raw-hist";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
    [
        .. from pair in subject.Pairs
           where IsImmutable(subject.Context, pair.Resource.Text)
               && (Deletes(pair.Action.Text) || (subject.Context.EnforcesWriteOnce && Replaces(pair.Statement, pair.Action.Text)))
           select new Breach(pair.Action.Line, pair.Statement.Name,
               $"'{pair.Action.Text}' on '{pair.Resource.Text}' can delete or replace what is immutable.",
               "Remove deletes; add Null s3:if-none-match false to puts."),
        .. from pair in subject.Pairs
           where !subject.Context.EnforcesWriteOnce && Replaces(pair.Statement, pair.Action.Text) && !Patterns.HasCondition(pair.Statement, "aws:CalledVia")
           select new Breach(pair.Action.Line, pair.Statement.Name,
               $"'{pair.Action.Text}' on '{pair.Resource.Text}' can replace objects: only the stages' own If-None-Match keeps them, because the account has EnforceWriteOnce off.",
               "Leave EnforceWriteOnce on wherever the store knows s3:if-none-match in policies; elsewhere accept it, with the store as the reason.")
           {
               Severity = LintSeverity.Warning,
           },
    ];

    private static bool IsImmutable(LintContext context, string resource) =>
        (Patterns.S3(resource) is { } arn && arn.Bucket.Contains(History, StringComparison.Ordinal))
        || context.Immutable.Any(folder => Patterns.Touches(resource, folder));

    private static bool Deletes(string action) =>
        Patterns.TakesIn(action, "s3:DeleteObject", ignoreCase: true) || Patterns.TakesIn(action, "s3:DeleteObjectVersion", ignoreCase: true);

    private static bool Replaces(DocumentStatement statement, string action) =>
        Patterns.TakesIn(action, "s3:PutObject", ignoreCase: true)
        && !Patterns.RequiresPresence(statement, "s3:if-none-match")
        && !Patterns.HasCondition(statement, "s3:ObjectCreationOperation", "Bool");
}
