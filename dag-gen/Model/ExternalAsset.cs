namespace Slipstream.DagGen.Model;

/// <summary>An asset that none of our pipelines makes.</summary>
/// <param name="Uri">As in <see cref="Asset"/>.</param>
/// <param name="Producer">Who makes it: a team, a system, a pipeline elsewhere.</param>
internal sealed record ExternalAsset(string Uri, string Producer);
