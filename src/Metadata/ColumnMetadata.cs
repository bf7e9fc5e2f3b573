using Slipstream.Metadata.Types;

namespace Slipstream.Metadata;

/// <summary>What a column must be.</summary>
public sealed record ColumnMetadata
{
    /// <summary>Lower case letters, digits and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its values.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>What the column is, for an analyst.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Whether a value may be missing.</summary>
    public bool IsNullable { get; init; } = true;

    /// <summary>A regular expression that the whole value matches; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values allowed, as text; empty for any.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>'personal_data' or 'special_category_data'; null for neither.</summary>
    public string? Sensitivity { get; init; }

    /// <summary>Whether the values have been made unreadable.</summary>
    public bool IsRedacted { get; init; }
}
