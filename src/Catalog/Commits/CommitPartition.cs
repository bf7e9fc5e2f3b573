using Slipstream.Contracts;

namespace Slipstream.Catalog.Commits;

/// <summary>The state of one partition, or of a whole table that has none.</summary>
public sealed record CommitPartition
{
    /// <summary>The values of the partition columns as text, in the order of the columns; empty for a table without partitions.</summary>
    public required IReadOnlyList<PartitionValue> Values { get; init; }

    /// <summary>The version that wrote its files. A later run that made the same bytes left them where they are.</summary>
    public required string Version { get; init; }

    /// <summary>The attempt that wrote its files, which names their folder <c>v-attempt</c>; null if it is the version's.</summary>
    public string? Attempt { get; init; }

    /// <summary>The time of the run that made it, or that made the same again.</summary>
    public required LandTimestamp RunTimestamp { get; init; }

    /// <summary>The columns of its files: one of the table's schemas; null in commits of v0.1.0.</summary>
    public string? Schema { get; init; }

    /// <summary>Its files; none if the run made no rows.</summary>
    public required IReadOnlyList<CommitFile> Files { get; init; }

    /// <summary>Rows of all files.</summary>
    public long Rows => Files.Sum(file => file.Rows);

    /// <summary>The folder of the partition below the table's: <c>a=1/b=2</c>, or empty.</summary>
    public string Folder => PartitionValue.FolderOf(Values);
}
