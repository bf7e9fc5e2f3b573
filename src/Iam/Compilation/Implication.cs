using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>Whether one grant allows nothing that another does not allow too.</summary>
internal static class Implication
{
    public static bool Implies(Grant wider, Grant narrower) =>
        wider.Action == narrower.Action
        && Covers(wider.Resource, narrower.Resource)
        && wider.Conditions.All(condition => narrower.Conditions.Any(other => Covers(condition, other)));

    // A condition that the narrower grant has must leave no more than the wider one's.
    private static bool Covers(Condition wider, Condition narrower) =>
        wider.Key == narrower.Key
        && (wider.Operator == narrower.Operator || (wider.Operator == "StringLike" && narrower.Operator == "StringEquals"))
        && narrower.Values.All(value => wider.Values.Any(pattern => wider.Operator == "StringLike" ? Covers(pattern, value) : pattern == value));

    /// <summary>True if the pattern takes in whatever the other takes in: only its own stars can swallow the other's.</summary>
    public static bool Covers(string pattern, string other)
    {
        if (!pattern.Contains('*', StringComparison.Ordinal))
        {
            return pattern == other;
        }

        var parts = pattern.Split('*');
        var (first, last) = (parts[0], parts[^1]);
        if (other.Length < first.Length + last.Length
            || !other.StartsWith(first, StringComparison.Ordinal)
            || !other.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var position = first.Length;
        foreach (var part in parts[1..^1])
        {
            var found = other.IndexOf(part, position, other.Length - last.Length - position, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            position = found + part.Length;
        }

        return true;
    }
}
