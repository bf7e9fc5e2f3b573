using System.Text.Json;

namespace Slipstream.Local.Run;

/// <summary>How one task of a run ended.</summary>
internal sealed record TaskRecord
{
    public required string TaskId { get; init; }

    public required string Stage { get; init; }

    public required string State { get; init; }

    public int? ExitCode { get; init; }

    public double? Seconds { get; init; }

    /// <summary>The file that the stage wrote to RESULT_PATH; null if it did not get that far.</summary>
    public string? Result { get; init; }

    /// <summary>What the stage wrote to RESULT_PATH; null if it did not get that far.</summary>
    public TaskResult? ReadResult() => Result is { } path
        ? JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Default.TaskResult)
        : null;
}
