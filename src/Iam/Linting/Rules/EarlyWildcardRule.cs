namespace Slipstream.Iam.Linting.Rules;

internal sealed class EarlyWildcardRule : LintRule
{
    public override string Id => "IAM008";

    public override string What => "'*' stands only in the last part of an ARN.";

    public override string Breaks => "Other accounts, regions or services are taken in; whether it reaches past a colon is luck.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Allows
        from resource in statement.Resources
        where resource.Text.Split(':', 6) is [.. { Length: > 1 } parts] && parts.SkipLast(parts.Length == 6 ? 1 : 0).Any(Patterns.HasWildcard)
        select new Breach(resource.Line, statement.Name,
            $"'{resource.Text}' has a wildcard before its last part.", "Name partition, service, region and account.");
}
