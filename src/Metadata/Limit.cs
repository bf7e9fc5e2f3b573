namespace Slipstream.Metadata;

/// <summary>The least or greatest value of a column.</summary>
/// <param name="Text">A number as the metadata write it, digit for digit, or a date or datetime as the column's values write it.</param>
/// <param name="IsExclusive">Whether the value itself is out of bounds.</param>
public sealed record Limit(string Text, bool IsExclusive);
