using Slipstream.Iam.Differences;
using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class WideningRule : LintRule
{
    public override string Id => "IAM032";

    public override string What => "A policy grants more than before only if more is declared.";

    public override string Breaks => "A change of the compiler, or by hand, widens roles unseen.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-custom-policy-checks.html";

    public override Evidence Needs => Evidence.Baseline;

    // Who takes on a role is no part of what it declares: the rule of trust policies judges them as they are.
    public override IEnumerable<Breach> Check(LintSubject subject) => subject.Context.DeclarationsChanged || subject.Document.IsTrust
        ? []
        : from atom in PolicyDifference.Between(Atom.Of(subject.Context.Baseline!), Atom.Of(subject.Document)).Gained
          select new Breach(subject.Document.Statements[atom.Statement].Line, atom.Sid, $"New since the baseline, and not declared since: {atom}.",
              "Declare it, or find out what changed: the compiler, or somebody by hand.");
}
