namespace Slipstream.Iam.Linting.Rules;

internal sealed class LooseNameRule : LintRule
{
    public override string Id => "IAM011";

    public override string What => "A wildcard in a key stands behind '/', or in an open place such as '_*' and '=*'.";

    public override string Breaks => "'table*' takes in 'table_extra/'.";

    public override string Link => "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html";

    private const string OpenPlaces = "/_=-*";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Allows
        from resource in statement.Resources
        where Patterns.S3(resource.Text) is { } arn && (Patterns.HasWildcard(arn.Bucket) || IsLoose(arn.Key ?? string.Empty))
        select new Breach(resource.Line, statement.Name,
            $"'{resource.Text}' also takes in names that only begin like it.", "Write a slash before the wildcard.");

    // 'v-*' is a version's folder; a wildcard at the very end behind a dash is no such place.
    private static bool IsLoose(string key) => Enumerable.Range(1, Math.Max(0, key.Length - 1))
        .Any(at => key[at] == '*' && (!OpenPlaces.Contains(key[at - 1]) || (key[at - 1] == '-' && at == key.Length - 1)));
}
