namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>What came of comparing an object's values.</summary>
/// <param name="Before">The accepted object that they were compared with, relative to the table's folder; null for the first one.</param>
/// <param name="Movements">What moved by more than its tolerance.</param>
internal sealed record Compared(string? Before, IReadOnlyList<Movement> Movements);
