namespace Slipstream.Iam.Linting.Rules;

internal sealed class WholeBucketRule : LintRule
{
    public override string Id => "IAM012";

    public override string What => "No right reaches all objects of a bucket.";

    public override string Breaks => "One wrong key in a stage reaches everything that the bucket holds.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Allows
        from resource in statement.Resources
        where Patterns.S3(resource.Text) is { Key: "*" }
        select new Breach(resource.Line, statement.Name, $"'{resource.Text}' is the whole bucket.", "Name the folder.");
}
