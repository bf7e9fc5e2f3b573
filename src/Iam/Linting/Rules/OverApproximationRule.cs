namespace Slipstream.Iam.Linting.Rules;

internal sealed class OverApproximationRule : LintRule
{
    public override string Id => "IAM040";

    public override string What => "Where a pattern takes in more than is declared, a reviewer knows.";

    public override string Breaks => "'*' also matches '/': folders below are taken in.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html";

    public override LintSeverity Severity => LintSeverity.Warning;

    public override Evidence Needs => Evidence.Declarations;

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from resource in subject.Allows.SelectMany(statement => statement.Resources.Select(resource => (statement, resource))).DistinctBy(pair => pair.resource.Text)
        let what = Wider(resource.resource.Text)
        where what is not null
        select new Breach(resource.resource.Line, resource.statement.Name, $"'{resource.resource.Text}' {what}.", "If that is acceptable, say why in the Accepts of the task; if not, declare less.");

    private static string? Wider(string resource) => resource switch
    {
        "*" => null,
        _ when resource.Contains(":table/", StringComparison.Ordinal) && resource.EndsWith("/*", StringComparison.Ordinal) =>
            "takes in every table of the database, declared or not",
        _ when Patterns.S3(resource)?.Key?.Count(character => character == '*') > 1 => "takes in folders between its open places, since '*' also matches '/'",
        _ => null,
    };
}
