namespace Slipstream.Stages.TestExtract.Reports.Json;

/// <summary>What a report says of the whole try, before its objects.</summary>
internal sealed record ReportHead
{
    public int Format { get; init; } = 1;

    public required string Table { get; init; }

    public required long RunTimestamp { get; init; }

    /// <summary>From 1: a later try of the same run writes a report of its own.</summary>
    public required int Number { get; init; }

    public required string Release { get; init; }

    public required string Metadata { get; init; }

    /// <summary>In UTC.</summary>
    public required string Started { get; init; }

    public required double Seconds { get; init; }

    public required int ExitCode { get; init; }

    public required string Verdict { get; init; }

    public required long ObjectsPassed { get; init; }

    public required long ObjectsFailed { get; init; }

    public required long Rows { get; init; }

    public required long Bytes { get; init; }

    public required IReadOnlyList<AddedColumn> AddedColumns { get; init; }

    public required IReadOnlyList<MissingColumn> MissingColumns { get; init; }

    /// <summary>The metadata as the data have become, relative to the report; null if they would stay as they are.</summary>
    public string? ProposedMetadata { get; init; }
}
