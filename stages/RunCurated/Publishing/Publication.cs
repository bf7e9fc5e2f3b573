using Slipstream.Catalog.Commits;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>The state of the database after the stage.</summary>
/// <param name="Commit">The newest commit.</param>
/// <param name="Plan">What was decided.</param>
/// <param name="IsNew">True if this run has made the commit.</param>
internal sealed record Publication(Commit Commit, PublicationPlan Plan, bool IsNew);
