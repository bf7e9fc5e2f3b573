namespace Slipstream.DagGen.Model;

/// <summary>A persistent volume, by its claim.</summary>
internal sealed record ClaimVolume(string Name, string Claim) : Volume(Name);
