using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class MissingAtomRule : LintRule
{
    public override string Id => "IAM031";

    public override string What => "Every recorded call is allowed.";

    public override string Breaks => "The stage is denied at that call.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html";

    public override Evidence Needs => Evidence.Record;

    public override IEnumerable<Breach> Check(LintSubject subject)
    {
        var evaluator = new PolicyEvaluator(subject.Document);
        return subject.Context.Record!.Where(request => !evaluator.Decide(request).IsAllowed)
            .Select(request => (request.Action, request.Resource)).Distinct()
            .Select(denied => new Breach(1, string.Empty, $"A recorded call needs '{denied.Action}' on '{denied.Resource}', which nothing allows.",
                "Declare the capability in the stage's settings record."));
    }
}
