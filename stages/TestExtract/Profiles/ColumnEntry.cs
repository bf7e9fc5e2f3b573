namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>A column's profile as files hold it.</summary>
internal sealed record ColumnEntry
{
    private const int Digits = 6;

    public required string Name { get; init; }

    /// <summary>False for a column that is in the data and not in the metadata.</summary>
    public required bool Known { get; init; }

    /// <summary>In the words of metadata; null where no value tells.</summary>
    public string? Type { get; init; }

    public required long Rows { get; init; }

    public required long Nulls { get; init; }

    public required long Distinct { get; init; }

    public string? Minimum { get; init; }

    public string? Maximum { get; init; }

    public int? ShortestLength { get; init; }

    public int? LongestLength { get; init; }

    public double? MeanLength { get; init; }

    public IReadOnlyList<ShapeShare> Shapes { get; init; } = [];

    /// <summary>The rows that have a value.</summary>
    public long Values => Rows - Nulls;

    public static ColumnEntry Of(ColumnProfile profile) => new()
    {
        Name = profile.Name,
        Known = profile.IsKnown,
        Type = profile.Type?.ToString(),
        Rows = profile.Rows,
        Nulls = profile.Nulls,
        Distinct = profile.Distinct,
        Minimum = profile.Minimum,
        Maximum = profile.Maximum,
        ShortestLength = profile.ShortestLength,
        LongestLength = profile.LongestLength,
        MeanLength = profile.MeanLength is { } mean ? Math.Round(mean, Digits) : null,
        Shapes = [.. profile.Shapes.Select(shape => shape with { Share = Math.Round(shape.Share, Digits) })],
    };
}
