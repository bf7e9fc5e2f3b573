namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>What a transform says of its rows: the rows of the raw tables are those of the curated tables together.</summary>
/// <param name="Raw">The raw tables on the left side.</param>
/// <param name="Curated">The curated tables on the right side.</param>
internal sealed record Equation(IReadOnlyList<string> Raw, IReadOnlyList<string> Curated);
