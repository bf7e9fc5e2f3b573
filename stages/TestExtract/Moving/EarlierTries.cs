using Slipstream.Contracts;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>What is left of this run's earlier tries.</summary>
/// <param name="IsRunAccountedFor">True if objects of the run are in land, raw-hist or quarantine.</param>
/// <param name="Quarantined">Objects that earlier tries of this run have quarantined and that are still there.</param>
internal sealed record EarlierTries(bool IsRunAccountedFor, IReadOnlyCollection<S3Location> Quarantined);
