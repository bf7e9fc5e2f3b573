namespace Slipstream.Iam.Linting.Rules;

internal sealed class IdentityRule : LintRule
{
    public override string Id => "IAM039";

    public override string What => "The DAG runs each task as the identity that its role lets in.";

    public override string Breaks => "The pod gets no credentials, or those of another role.";

    public override string Link => "https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html";

    public override Evidence Needs => Evidence.Model;

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from use in subject.Context.Model!
        where use.Role == subject.Context.Role && use.Identity != use.IdentityInDag
        select new Breach(1, string.Empty,
            $"'{use.Role}' lets in '{use.Identity}', and {use.Pipeline}/{use.Stage} runs as {(use.IdentityInDag is { } other ? $"'{other}'" : "somebody else")}.",
            "Give the task that identity in the pipeline's model.");
}
