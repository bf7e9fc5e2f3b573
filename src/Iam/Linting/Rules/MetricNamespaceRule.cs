namespace Slipstream.Iam.Linting.Rules;

internal sealed class MetricNamespaceRule : LintRule
{
    public override string Id => "IAM019";

    public override string What => "cloudwatch:PutMetricData is held to a namespace.";

    public override string Breaks => "The role may write over any metric of the account, others' alarms included.";

    public override string Link => "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        where Patterns.TakesIn(allowed.Action.Text, "cloudwatch:PutMetricData", ignoreCase: true)
            && !Patterns.HasCondition(allowed.Statement, "cloudwatch:namespace", "StringEquals")
        select new Breach(allowed.Action.Line, allowed.Statement.Name, "cloudwatch:PutMetricData may write to every namespace.",
            "Add StringEquals cloudwatch:namespace.");
}
