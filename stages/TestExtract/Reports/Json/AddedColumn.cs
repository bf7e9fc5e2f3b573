namespace Slipstream.Stages.TestExtract.Reports.Json;

/// <summary>A column of the data that the metadata do not have.</summary>
internal sealed record AddedColumn
{
    public required string Name { get; init; }

    /// <summary>The narrowest type that its values fit, in the words of metadata; <c>character</c> if all are null.</summary>
    public required string Type { get; init; }

    /// <summary>The rows that have it.</summary>
    public required long Rows { get; init; }

    /// <summary>Of the rows of the objects that were checked, from 0 to 1.</summary>
    public required double Share { get; init; }
}
