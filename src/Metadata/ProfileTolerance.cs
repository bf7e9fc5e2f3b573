namespace Slipstream.Metadata;

/// <summary>How far the values of a column may move from one accepted object to the next before it counts as drift.</summary>
public sealed record ProfileTolerance
{
    /// <summary>Difference between the shares of nulls, from 0 to 1.</summary>
    public double NullShare { get; init; } = 0.1;

    /// <summary>Relative difference between the distinct values in a row on average, from 0 to 1.</summary>
    public double DistinctShare { get; init; } = 0.5;

    /// <summary>Relative difference between the mean lengths of the values.</summary>
    public double Length { get; init; } = 0.5;

    /// <summary>Difference between the shares of the shape that was the most frequent one, from 0 to 1.</summary>
    public double ShapeShare { get; init; } = 0.3;

    /// <summary>How far a number or date may lie outside the last range, relative to the width of that range.</summary>
    public double Range { get; init; } = 1;
}
