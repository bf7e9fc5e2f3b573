namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>Something of a column's values that moved by more than its tolerance.</summary>
/// <param name="Column">The column.</param>
/// <param name="Measure">What moved, such as <c>null share</c>.</param>
/// <param name="Before">In the last object that was accepted.</param>
/// <param name="After">In this one.</param>
/// <param name="Tolerance">How far it may move.</param>
internal sealed record Movement(string Column, string Measure, string Before, string After, string Tolerance)
{
    /// <summary>Such as <c>null share 2 % → 41 %, tolerance 10 %</c>.</summary>
    public override string ToString() => $"{Measure} {Before} → {After}, tolerance {Tolerance}";
}
