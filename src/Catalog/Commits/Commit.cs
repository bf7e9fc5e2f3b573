using System.Text.Json.Serialization;
using Slipstream.Contracts;

namespace Slipstream.Catalog.Commits;

/// <summary>
/// The state of a whole database after one run: every table and partition with its version and files. Commits are
/// numbered objects; the highest number is the current state.
/// </summary>
public sealed record Commit
{
    /// <summary>1 for the first commit of a database.</summary>
    public required long Number { get; init; }

    /// <summary>The version that the run made: <c>run timestamp-12 hexadecimal digits</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The time of the run.</summary>
    public required LandTimestamp RunTimestamp { get; init; }

    /// <summary>The day of the run.</summary>
    public required SnapshotDate SnapshotDate { get; init; }

    /// <summary>The release that made it.</summary>
    public required GitTag GitTag { get; init; }

    /// <summary>The hash of the SQL.</summary>
    public required string SqlHash { get; init; }

    /// <summary>The hash of the metadata.</summary>
    public required string MetadataHash { get; init; }

    /// <summary>The attempt that became this commit; null in commits of v0.1.0.</summary>
    public string? Attempt { get; init; }

    /// <summary>True if the files were replaced in place.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>The latest run of all; null in commits of v0.1.0.</summary>
    public CommitRun? LatestRun { get; init; }

    /// <summary>What the run read: of each raw table what the commit before it, see <see cref="Extracts"/>, does not list.</summary>
    public required IReadOnlyList<CommitInput> Inputs { get; init; }

    /// <summary>All that was read of each raw table, in totals; empty in commits of v0.1.0.</summary>
    public IReadOnlyList<CommitExtracts> Extracts { get; init => field = value ?? []; } = [];

    /// <summary>The equations between rows that were declared, and held.</summary>
    public IReadOnlyList<CommitReconciliation> Reconciliations { get; init => field = value ?? []; } = [];

    /// <summary>The tables in ordinal order of their names.</summary>
    public required IReadOnlyList<CommitTable> Tables { get; init; }

    /// <summary>All files of all tables.</summary>
    [JsonIgnore]
    public IEnumerable<CommitFile> Files => Tables.SelectMany(table => table.Partitions).SelectMany(partition => partition.Files);

    /// <summary>The state of a table, or null if no run has made it yet.</summary>
    public CommitTable? Table(string name) => Tables.FirstOrDefault(table => table.Name == name);
}
