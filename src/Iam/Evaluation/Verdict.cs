namespace Slipstream.Iam.Evaluation;

/// <summary>What a policy says to a request, and what in it says so.</summary>
/// <param name="Decision">How the request ends.</param>
/// <param name="Atoms">Everything that allows it, or everything that denies it; nothing if nothing speaks of it.</param>
public sealed record Verdict(Decision Decision, IReadOnlyList<Atom> Atoms)
{
    /// <summary>Whether the request goes through.</summary>
    public bool IsAllowed => Decision == Decision.Allowed;

    /// <summary>The first that decides; null if the policy does not speak of the request.</summary>
    public Atom? Because => Atoms.Count > 0 ? Atoms[0] : null;
}
