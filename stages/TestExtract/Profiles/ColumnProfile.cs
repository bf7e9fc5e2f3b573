using Slipstream.Metadata.Types;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>What the values of a column look like in one object.</summary>
internal sealed record ColumnProfile
{
    public required string Name { get; init; }

    /// <summary>False for a column that is in the data and not in the metadata.</summary>
    public required bool IsKnown { get; init; }

    /// <summary>The declared type; for an unknown column the narrowest one that all its values fit, null if all are null.</summary>
    public required ColumnType? Type { get; init; }

    /// <summary>The rows that have the column, with a value or null.</summary>
    public required long Rows { get; init; }

    public required long Nulls { get; init; }

    /// <summary>About how many distinct values there are; within 5 % in nearly all cases.</summary>
    public required long Distinct { get; init; }

    /// <summary>The least value, by the column's order; null for none, for nested types and where values must not be shown.</summary>
    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    /// <summary>In characters of texts, in digits and signs of numbers as written; null where there is no value.</summary>
    public int? ShortestLength { get; init; }

    public int? LongestLength { get; init; }

    public double? MeanLength { get; init; }

    /// <summary>The most frequent shapes, at most five, the most frequent first.</summary>
    public IReadOnlyList<ShapeShare> Shapes { get; init; } = [];
}
