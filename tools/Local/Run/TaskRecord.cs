namespace Slipstream.Local.Run;

/// <summary>How one task of a run ended.</summary>
internal sealed record TaskRecord
{
    public required string TaskId { get; init; }

    public required string Stage { get; init; }

    public required string State { get; init; }

    public int? ExitCode { get; init; }

    public double? Seconds { get; init; }

    /// <summary>What the stage wrote to RESULT_PATH; null if it did not get that far.</summary>
    public TaskResult? Result { get; init; }
}
