using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class ValidatedDeleteRule : LintRule
{
    public override string Id => "IAM023";

    public override string What => "Where only what was read may be deleted, deletes carry If-Match.";

    public override string Breaks => "A file that landed meanwhile is deleted unread.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs
        where Patterns.TakesIn(pair.Action.Text, "s3:DeleteObject", ignoreCase: true)
            && !Patterns.RequiresPresence(pair.Statement, "s3:if-match")
            && Folders(subject.Context).Any(folder => Patterns.Touches(pair.Resource.Text, folder))
        select new Breach(pair.Action.Line, pair.Statement.Name,
            $"'{pair.Resource.Text}' can be deleted without an entity tag.", "Add Null s3:if-match false.");

    private static IEnumerable<S3Prefix> Folders(LintContext context) =>
        [.. context.DeletedIfValidated, .. (context.Capabilities ?? []).OfType<DeleteValidated>().Select(capability => capability.Prefix)];
}
