using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class MultipartRule : LintRule
{
    public override string Id => "IAM036";

    public override string What => "Who uploads in parts may give up parts, and nobody else.";

    public override string Breaks => "Parts of a failed upload stay, unseen and paid for.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html";

    public override LintSeverity Severity => LintSeverity.Warning;

    private const string Abort = "s3:AbortMultipartUpload";

    public override IEnumerable<Breach> Check(LintSubject subject) => [.. Missing(subject), .. Undeclared(subject)];

    private static IEnumerable<Breach> Missing(LintSubject subject) =>
        from pair in subject.Pairs
        where Patterns.HasCondition(pair.Statement, "s3:ObjectCreationOperation", "Bool")
            && pair.Action.Text.Equals("s3:PutObject", StringComparison.OrdinalIgnoreCase)
            && !subject.Covers(Abort, pair.Resource.Text)
        select new Breach(pair.Action.Line, pair.Statement.Name, $"Parts may be uploaded to '{pair.Resource.Text}' and not given up.", $"Add {Abort}.");

    private static IEnumerable<Breach> Undeclared(LintSubject subject) =>
        from pair in subject.Pairs
        where subject.Context.Capabilities is { } declared
            && pair.Action.Text.Equals(Abort, StringComparison.OrdinalIgnoreCase)
            && !Patterns.HasCondition(pair.Statement, "aws:CalledVia")
            && !declared.OfType<WriteOnce>().Any(write => write.InParts && Patterns.Touches(pair.Resource.Text, write.Prefix))
        select new Breach(pair.Action.Line, pair.Statement.Name, $"{Abort} is allowed where nothing declares uploads in parts.", "Declare InParts, or remove it.");
}
