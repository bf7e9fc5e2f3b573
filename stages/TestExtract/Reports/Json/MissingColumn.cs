namespace Slipstream.Stages.TestExtract.Reports.Json;

/// <summary>A column of the metadata that rows lack.</summary>
internal sealed record MissingColumn
{
    public required string Name { get; init; }

    /// <summary>The rows that lack it.</summary>
    public required long Rows { get; init; }

    /// <summary>Of the rows of the objects that were checked, from 0 to 1.</summary>
    public required double Share { get; init; }
}
