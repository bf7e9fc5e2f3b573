using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Differences;

/// <summary>What one policy says and another does not: rights, not texts.</summary>
/// <param name="Gained">What the new one allows and the old one does not.</param>
/// <param name="Lost">What the old one allows and the new one does not.</param>
public sealed record PolicyDifference(IReadOnlyList<Atom> Gained, IReadOnlyList<Atom> Lost)
{
    /// <summary>Whether both say the same, however they say it.</summary>
    public bool IsEmpty => Gained.Count == 0 && Lost.Count == 0;

    /// <summary>
    /// Compares rights. One that the other side has under a wider pattern, or under fewer conditions, is no difference: nothing
    /// more is allowed by it.
    /// </summary>
    public static PolicyDifference Between(IReadOnlyList<Atom> old, IReadOnlyList<Atom> current) => new(
        [.. current.Where(atom => !old.Any(other => AtomOrder.TakesIn(other, atom)))],
        [.. old.Where(atom => !current.Any(other => AtomOrder.TakesIn(other, atom)))]);
}
