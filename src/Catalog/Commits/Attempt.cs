using System.Globalization;

namespace Slipstream.Catalog.Commits;

/// <summary>
/// A run that is about to put parts. It is bound to one commit number: once another attempt has that number, no commit
/// will ever name these parts, and whoever finds them may remove them, without asking how old they are.
/// </summary>
public sealed record Attempt
{
    /// <summary>The number of the commit that it wants to become.</summary>
    public required long Number { get; init; }

    /// <summary>The version that the run makes.</summary>
    public required string Version { get; init; }

    /// <summary>1, or more if an earlier try of the same version made other bytes.</summary>
    public required int Try { get; init; }

    /// <summary>The parts that it puts or has put.</summary>
    public required IReadOnlyList<AttemptPart> Parts { get; init; }

    /// <summary>The name, which no other attempt has: its parts lie in folders <c>v-name</c>.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Version}-{Number}{(Try == 1 ? "" : $"-{Try}")}");
}
