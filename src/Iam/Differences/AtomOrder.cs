using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Differences;

/// <summary>Whether one right takes in another, judged by its patterns: a 'no' may be too careful, a 'yes' never is.</summary>
internal static class AtomOrder
{
    public static bool TakesIn(Atom wide, Atom narrow) =>
        Patterns.TakesIn(wide.Action, narrow.Action, ignoreCase: true)
        && Patterns.TakesIn(wide.Resource, narrow.Resource)
        && (wide.Principal == narrow.Principal || wide.Principal == Atom.Everybody)
        && wide.Conditions.All(condition => narrow.Conditions.Any(other => IsAtLeastAsNarrow(other, condition)));

    private static bool IsAtLeastAsNarrow(Condition narrow, Condition wide) =>
        narrow.Operator == wide.Operator
        && narrow.Key.Equals(wide.Key, StringComparison.OrdinalIgnoreCase)
        && narrow.Values.All(wide.Values.Contains);
}
