namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>What stands at the target after a copy.</summary>
/// <param name="IsSame">The bytes that were checked; otherwise the target has held others since an earlier run.</param>
/// <param name="Sha256">The hash of what stands there.</param>
internal sealed record CopyVerdict(bool IsSame, ObjectStore.Sha256Hash Sha256);
