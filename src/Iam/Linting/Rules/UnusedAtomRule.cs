using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class UnusedAtomRule : LintRule
{
    public override string Id => "IAM030";

    public override string What => "Every right is used by a recorded scenario.";

    public override string Breaks => "A right that nothing exercises is either not needed or not tested.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege";

    public override Evidence Needs => Evidence.Record;

    public override IEnumerable<Breach> Check(LintSubject subject)
    {
        var evaluator = new PolicyEvaluator(subject.Document);
        var used = subject.Context.Record!.SelectMany(request => evaluator.Decide(request).Atoms).ToHashSet();
        return from pair in subject.Pairs
               where !used.Any(atom => atom.Statement == pair.Statement.Number && atom.Action == pair.Action.Text && atom.Resource == pair.Resource.Text)
               select new Breach(pair.Action.Line, pair.Statement.Name, $"No recorded call used '{pair.Action.Text}' on '{pair.Resource.Text}'.",
                   "Remove what is declared and not used, or add the scenario that uses it.");
    }
}
