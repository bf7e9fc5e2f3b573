namespace Slipstream.Iam.Linting.Rules;

internal sealed class JobWithRoleRule : LintRule
{
    public override string Id => "IAM018";

    public override string What => "A stage that passes a role makes and changes no jobs.";

    public override string Breaks => "Together they let the stage run any code as the role that it passes.";

    public override string Link => "https://docs.aws.amazon.com/glue/latest/dg/security-iam.html";

    private static readonly string[] Making = ["glue:CreateJob", "glue:UpdateJob"];

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        let action = Making.FirstOrDefault(making => Patterns.TakesIn(allowed.Action.Text, making, ignoreCase: true))
        where action is not null && subject.Covers("iam:PassRole")
        select new Breach(allowed.Action.Line, allowed.Statement.Name, $"{action} stands beside iam:PassRole.",
            "Make the job when the pipeline is deployed, and let the stage only start it.");
}
