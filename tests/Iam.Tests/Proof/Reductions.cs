using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>A policy with something less.</summary>
internal static class Reductions
{
    /// <summary>Without one atom each: some recorded request must be denied then.</summary>
    public static IEnumerable<(Atom Dropped, Policy Policy)> WithoutAtoms(Policy policy) =>
        Atom.Of(policy).Select(atom => (atom, Without(policy, atom)));

    /// <summary>Without one condition each: some neighbour must be allowed then.</summary>
    public static IEnumerable<(Condition Dropped, Policy Policy)> WithoutConditions(Policy policy) =>
        from number in Enumerable.Range(0, policy.Statements.Count)
        let statement = policy.Statements[number]
        from condition in statement.Conditions
        select (condition, With(policy, number, statement with { Conditions = [.. statement.Conditions.Where(other => other != condition)] }));

    /// <summary>Without one of several values of a condition each: some recorded request must be denied then.</summary>
    public static IEnumerable<(string Dropped, Policy Policy)> WithoutValues(Policy policy) =>
        from number in Enumerable.Range(0, policy.Statements.Count)
        let statement = policy.Statements[number]
        from condition in statement.Conditions
        where condition.Values.Count > 1
        from value in condition.Values
        let left = condition with { Values = [.. condition.Values.Where(other => other != value)] }
        select (value, With(policy, number, statement with { Conditions = [.. statement.Conditions.Select(other => other == condition ? left : other)] }));

    private static Policy Without(Policy policy, Atom atom)
    {
        var statement = policy.Statements[atom.Statement];
        Statement[] left =
        [
            statement with { Actions = [.. statement.Actions.Where(action => action != atom.Action)] },
            statement with { Actions = [atom.Action], Resources = [.. statement.Resources.Where(resource => resource != atom.Resource)] },
        ];
        return With(policy, atom.Statement, [.. left.Where(one => one.Actions.Count > 0 && one.Resources.Count > 0)]);
    }

    private static Policy With(Policy policy, int number, params IEnumerable<Statement> statements) =>
        new([.. policy.Statements.Take(number), .. statements, .. policy.Statements.Skip(number + 1)]);
}
