namespace Slipstream.AwsJson.Glue;

/// <summary>A column that files are sorted by.</summary>
public sealed record Order
{
    /// <summary>The column.</summary>
    public required string Column { get; init; }

    /// <summary>1 ascending, 0 descending.</summary>
    public required int SortOrder { get; init; }
}
