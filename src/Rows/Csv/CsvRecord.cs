namespace Slipstream.Rows.Csv;

/// <summary>A record of a CSV file.</summary>
/// <param name="Line">The line, from 1, on which it starts: one with line breaks in quotes has several.</param>
/// <param name="Fields">The values without their quotes.</param>
/// <param name="IsBlank">Whether there is nothing on the line, not even quotes.</param>
/// <param name="IsFaulty">Whether quotes stand in wrong places, or one is never closed.</param>
public readonly record struct CsvRecord(long Line, string[] Fields, bool IsBlank, bool IsFaulty);
