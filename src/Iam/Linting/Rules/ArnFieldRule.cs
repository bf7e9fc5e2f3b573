namespace Slipstream.Iam.Linting.Rules;

internal sealed class ArnFieldRule : LintRule
{
    public override string Id => "IAM007";

    public override string What => "Every ARN has all its parts, and an account of twelve digits.";

    public override string Breaks => "No request has such an ARN.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html";

    // Their ARNs have no region, or neither region nor account.
    private static readonly string[] WithoutRegion = ["iam", "s3", "sts"];

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from statement in subject.Document.Statements
        from resource in statement.Resources
        let fault = Fault(resource.Text)
        where fault is not null
        select new Breach(resource.Line, statement.Name, $"'{resource.Text}' {fault}.", "Fill in the ARN's parts: arn:aws:service:region:account:resource.");

    private static string? Fault(string arn) => arn == "*" ? null : arn.Split(':', 6) switch
    {
        not ["arn", _, _, _, _, _] => "is no ARN",
        [_, "", ..] => "has no partition",
        [_, _, "", ..] => "has no service",
        [.., ""] => "has no resource",
        [_, _, "s3", "", "", _] => null,
        [_, _, "s3", _, "", _] or [_, _, "s3", "", _, [not ('a' or 's' or 'j'), ..]] => "has a region or an account, which buckets lack",
        [_, _, not "s3", _, "", _] => "has no account",
        [_, _, _, _, var account, _] when !IsAccount(account) => $"has the account '{account}', which is not twelve digits",
        [_, _, var service, "", _, _] when !WithoutRegion.Contains(service) && service != "cloudwatch" => "has no region",
        _ => null,
    };

    private static bool IsAccount(string text) =>
        Patterns.HasWildcard(text) || text == "aws" || text.Contains("${", StringComparison.Ordinal)
        || (text.Length == 12 && text.All(char.IsAsciiDigit));
}
