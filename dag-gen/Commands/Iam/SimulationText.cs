using System.Text;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>What policies say to a request, for people: who is allowed and by which line, and what is missing where it is not.</summary>
internal sealed class SimulationText(AccessRequest request)
{
    public string Of(IReadOnlyList<(string Name, PolicyDocument Policy, Verdict Verdict)> verdicts)
    {
        var text = new StringBuilder();
        foreach (var (name, policy, verdict) in verdicts.Where(one => !HasNothing(one.Policy, one.Verdict)))
        {
            text.Append(name).Append(": ").Append(Words(policy, verdict)).Append('\n');
        }

        // Of many roles most have nothing to do with a request: they are one line.
        if (verdicts.Where(one => HasNothing(one.Policy, one.Verdict)).Select(one => one.Name).ToList() is { Count: > 0 } others)
        {
            text.Append(string.Join(", ", others)).Append(others.Count == 1 ? ": denied, has " : ": denied, have ").Append(request.Action).Append(" on nothing.\n");
        }

        return text.ToString();
    }

    private bool HasNothing(PolicyDocument policy, Verdict verdict) => verdict.Decision == Decision.ImplicitlyDenied && Held(policy).Count == 0;

    private string Words(PolicyDocument policy, Verdict verdict) => verdict switch
    {
        { Decision: Decision.Allowed, Because: { } atom } => $"allowed by {Place(policy, atom)}, on {atom.Resource}{Conditions(atom, ", ")}.",
        { Decision: Decision.ExplicitlyDenied, Because: { } atom } => $"denied by {Place(policy, atom)}.",
        _ when Near(policy) is { Count: > 0 } near => $"denied. {string.Join(" ", near.Select(atom => $"{Place(policy, atom)} allows it{Conditions(atom, " ")}.{Context(atom)}"))}",
        _ => $"denied, has {request.Action} only on {string.Join(", ", Held(policy).Select(atom => atom.Resource).Distinct())}.",
    };

    private static string Place(PolicyDocument policy, Atom atom)
    {
        var statement = policy.Statements[atom.Statement];
        return $"{statement.Name} ({policy.File}:{statement.Actions.FirstOrDefault(action => action.Text == atom.Action)?.Line ?? statement.Line})";
    }

    private static string Conditions(Atom atom, string before) => string.Concat(atom.Conditions.Select((condition, i) => $"{(i == 0 ? before : ", and ")}{ConditionText.Of(condition)}"));

    // How to ask again; what was said and is not what it must be needs no word.
    private string Context(Atom atom)
    {
        var unsaid = atom.Conditions.Where(condition => !request.Context.ContainsKey(condition.Key))
            .Select(condition => $"--context '{condition.Key}={(condition.Operator == "Null" ? "VALUE" : condition.Values[0].TrimEnd('*'))}'").ToList();
        return unsaid.Count == 0 ? string.Empty : $" Say so with {string.Join(' ', unsaid)}.";
    }

    // What would allow it, but for its conditions.
    private IReadOnlyList<Atom> Near(PolicyDocument policy)
    {
        var aside = new PolicyEvaluator(policy with { Statements = [.. policy.Statements.Where(statement => !statement.Denies).Select(statement => statement with { Conditions = [] })] });
        var allowed = policy.Statements.Where(statement => !statement.Denies).ToList();
        return [.. aside.Decide(request).Atoms.Select(atom => atom with { Statement = allowed[atom.Statement].Number, Conditions = Conditions(allowed[atom.Statement]) })];
    }

    private static IReadOnlyList<Condition> Conditions(DocumentStatement statement) => statement.ToStatement().Conditions;

    private List<Atom> Held(PolicyDocument policy) =>
        [.. Atom.Of(policy).Where(atom => Slipstream.Iam.Linting.PolicyLinter.TakesIn(atom.Action, request.Action))];
}
