namespace Slipstream.Iam.Linting.Rules;

internal sealed class UnneededObjectActionRule : LintRule
{
    public override string Id => "IAM021";

    public override string What => "Rights that no stage needs are not granted.";

    public override string Breaks => "Old versions, tags and access lists are open to the role, and no call of a stage asks for them.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        where allowed.Known is { } known && IsUnneeded(known.Name)
        select new Breach(allowed.Action.Line, allowed.Statement.Name, $"No stage needs '{allowed.Action.Text}'.", "Remove it.");

    private static bool IsUnneeded(string action) => action.StartsWith("s3:", StringComparison.Ordinal)
        && (action is "s3:GetObjectAcl" or "s3:PutObjectAcl" or "s3:RestoreObject" or "s3:GetObjectAttributes"
            || action.EndsWith("Version", StringComparison.Ordinal) || action.EndsWith("Tagging", StringComparison.Ordinal)
            || action.EndsWith("VersionAcl", StringComparison.Ordinal));
}
