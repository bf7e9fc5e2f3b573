using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.Commits;

/// <summary>
/// All that has been read of one raw table, in totals. A commit lists only the objects that the commit <see cref="Before"/>
/// does not know, so that it does not grow with the history.
/// </summary>
public sealed record CommitExtracts
{
    /// <summary>The raw table.</summary>
    public required string Table { get; init; }

    /// <summary>The objects read, in the order of their time and key.</summary>
    public required long Objects { get; init; }

    /// <summary>Their bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Their rows.</summary>
    public required long Rows { get; init; }

    /// <summary>The time of the newest.</summary>
    public required LandTimestamp Newest { get; init; }

    /// <summary>A hash over the names and hashes of all objects, each on top of the one before.</summary>
    public required Sha256Hash Chain { get; init; }

    /// <summary>The commit that lists the earlier objects; null if this one lists them all.</summary>
    public long? Before { get; init; }
}
