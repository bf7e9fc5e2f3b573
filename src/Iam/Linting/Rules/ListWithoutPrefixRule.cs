namespace Slipstream.Iam.Linting.Rules;

internal sealed class ListWithoutPrefixRule : LintRule
{
    public override string Id => "IAM009";

    public override string What => "s3:ListBucket is held to prefixes.";

    public override string Breaks => "The names of all objects of the bucket can be listed, those of other teams too.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs
        where Patterns.TakesIn(pair.Action.Text, "s3:ListBucket", ignoreCase: true)
            && !Patterns.HasCondition(pair.Statement, "s3:prefix", "StringEquals", "StringLike")
            && !Patterns.HasCondition(pair.Statement, "aws:CalledVia")
        select new Breach(pair.Resource.Line, pair.Statement.Name,
            $"s3:ListBucket lists all of '{pair.Resource.Text}'.", "Add StringEquals s3:prefix with the folders that are listed.");
}
