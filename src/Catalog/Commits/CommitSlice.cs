using Slipstream.Contracts;

namespace Slipstream.Catalog.Commits;

/// <summary>
/// What one run makes of a table: all of it, or all partitions of one day where a table keeps a snapshot for each day. A
/// slice whose run made no rows has no partition, and is known all the same.
/// </summary>
/// <param name="Day">The day; null for a table without snapshots.</param>
/// <param name="Version">The version that made it last.</param>
/// <param name="RunTimestamp">The time of that run: an older run does not replace a newer one's work.</param>
public sealed record CommitSlice(string? Day, string Version, LandTimestamp RunTimestamp);
