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

    /// <summary>What the run read.</summary>
    public required IReadOnlyList<CommitInput> Inputs { get; init; }

    /// <summary>The tables in ordinal order of their names.</summary>
    public required IReadOnlyList<CommitTable> Tables { get; init; }

    /// <summary>The state of a table, or null if no run has made it yet.</summary>
    public CommitTable? Table(string name) => Tables.FirstOrDefault(table => table.Name == name);
}
