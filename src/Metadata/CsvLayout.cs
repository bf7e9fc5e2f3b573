namespace Slipstream.Metadata;

/// <summary>How the CSV files of a table are laid out: its key <c>csv</c>.</summary>
public sealed record CsvLayout
{
    /// <summary>Whether the first record names the columns; if not, they stand in the order of the metadata.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Whether 'Name' in the header stands for the column 'name'.</summary>
    public bool IgnoresHeaderCase { get; init; }

    /// <summary>What stands between two values: one ASCII character, no quote and no line break.</summary>
    public char Delimiter { get; init; } = ',';
}
