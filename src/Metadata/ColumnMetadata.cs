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

    /// <summary>How much of a value the pattern must match.</summary>
    public PatternScope PatternScope { get; init; }

    /// <summary>The least value; null for none.</summary>
    public Limit? Minimum { get; init; }

    /// <summary>The greatest value; null for none.</summary>
    public Limit? Maximum { get; init; }

    /// <summary>The fewest characters (Unicode code points) of a text, or bytes of a binary; null for any.</summary>
    public int? MinimumLength { get; init; }

    /// <summary>The most characters (Unicode code points) of a text, or bytes of a binary; null for any.</summary>
    public int? MaximumLength { get; init; }

    /// <summary>Whether no value may stand in an object twice; nulls may.</summary>
    public bool IsUnique { get; init; }

    /// <summary>
    /// How dates and datetimes are written, in the words of Python's <c>strptime</c>; null for the ISO forms
    /// <c>YYYY-MM-DD</c> and <c>YYYY-MM-DD HH:MM:SS[.ffffff]</c>.
    /// </summary>
    public string? DateTimeFormat { get; init; }

    /// <summary>The column's own policies for drift.</summary>
    public ColumnDrift Drift { get; init; } = new();

    /// <summary>The only values allowed, as text; empty for any.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>'personal_data' or 'special_category_data' (etl_manager), or 'sensitive' (mojap-metadata); null for none.</summary>
    public string? Sensitivity { get; init; }

    /// <summary>Whether the values have been made unreadable.</summary>
    public bool IsRedacted { get; init; }

    /// <summary>Whether no value may be shown in a log or a report.</summary>
    public bool IsHidden => IsRedacted || Sensitivity is not null;
}
