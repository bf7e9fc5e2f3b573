using System.Text.Json;

namespace Slipstream.Local.Run;

/// <summary>What <c>dag-gen run</c> writes down of a run.</summary>
internal sealed record RunRecord
{
    public required string DagId { get; init; }

    public required string Environment { get; init; }

    public required long RunTimestamp { get; init; }

    public required string SnapshotDate { get; init; }

    public required IReadOnlyList<TaskRecord> Tasks { get; init; }

    public static RunRecord Read(string path) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(path), RunJson.Default.RunRecord)
        ?? throw new JsonException($"'{path}' holds null.");
}
