using Slipstream.Iam.Differences;
using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class RedundantRule : LintRule
{
    public override string Id => "IAM029";

    public override string What => "Nothing is granted twice.";

    public override string Breaks => "Whoever takes one away believes it gone.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html";

    public override IEnumerable<Breach> Check(LintSubject subject)
    {
        var atoms = Atom.Of(subject.Document);
        return from order in Enumerable.Range(0, atoms.Count)
               let atom = atoms[order]
               let wider = Enumerable.Range(0, atoms.Count).Where(other => IsImplied(atoms, order, other)).Select(other => atoms[other]).FirstOrDefault()
               where wider is not null
               select new Breach(Line(subject, atom), atom.Sid, $"'{atom.Right}' is granted by {wider.Sid} already.", "Remove one of them.");
    }

    // Of two that imply each other, the second is too many.
    private static bool IsImplied(IReadOnlyList<Atom> atoms, int order, int other) =>
        order != other && AtomOrder.TakesIn(atoms[other], atoms[order]) && (other < order || !AtomOrder.TakesIn(atoms[order], atoms[other]));

    private static int Line(LintSubject subject, Atom atom) =>
        subject.Document.Statements[atom.Statement].Actions.Last(action => action.Text == atom.Action).Line;
}
