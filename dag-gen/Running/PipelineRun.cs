using Slipstream.Contracts;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>What is run: the pipeline, when, where, and with which values.</summary>
internal sealed record PipelineRun
{
    public required Dag Dag { get; init; }

    /// <summary>The name of the environment that the pipeline's values are from.</summary>
    public required string Environment { get; init; }

    public required LandTimestamp Timestamp { get; init; }

    public required IReadOnlyList<Override> Overrides { get; init; }

    /// <summary>Absolute.</summary>
    public required string WorkFolder { get; init; }

    public required ProgramFolder Programs { get; init; }

    /// <summary>The day of the run on the pipeline's clocks.</summary>
    public SnapshotDate SnapshotDate =>
        SnapshotDate.Of(Timestamp.Instant, TimeZoneInfo.FindSystemTimeZoneById(Dag.Schedule.TimeZone));

    /// <summary>Where this run leaves its results.</summary>
    public string Folder => Path.Combine(WorkFolder, "runs", Timestamp.ToString());
}
