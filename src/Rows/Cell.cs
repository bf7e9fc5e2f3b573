namespace Slipstream.Rows;

/// <summary>One value of a row: where its text stands.</summary>
/// <param name="Kind">How it stands in the row.</param>
/// <param name="IsCopied">Whether the place is in the row's copies, not in the buffer.</param>
/// <param name="Start">The first byte of the text, without quotes.</param>
/// <param name="Length">In bytes.</param>
public readonly record struct Cell(CellKind Kind, bool IsCopied, int Start, int Length);
