using Slipstream.Contracts;

namespace Slipstream.Catalog.Commits;

/// <summary>The run with the latest time of all that have committed: an older run that is executed again comes after it.</summary>
/// <param name="Commit">The number of its commit.</param>
/// <param name="RunTimestamp">Its time.</param>
public sealed record CommitRun(long Commit, LandTimestamp RunTimestamp);
