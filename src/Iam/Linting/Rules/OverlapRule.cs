namespace Slipstream.Iam.Linting.Rules;

internal sealed class OverlapRule : LintRule
{
    public override string Id => "IAM037";

    public override string What => "No two pipelines write to one folder.";

    public override string Breaks => "One can put its files where the other publishes.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override Evidence Needs => Evidence.Model;

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from mine in subject.Context.Model!
        where mine.Role == subject.Context.Role
        from other in subject.Context.Model!
        where other.Pipeline != mine.Pipeline
        from left in mine.Writes
        from right in other.Writes
        where left.Contains(right) || right.Contains(left)
        select new Breach(1, string.Empty, $"'{left}' is written by {mine.Pipeline}/{mine.Stage}, and '{right}' by {other.Pipeline}/{other.Stage}.",
            "Give each pipeline a folder of its own.");
}
