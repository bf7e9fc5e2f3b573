namespace Slipstream.DagGen.Model;

/// <summary>An empty folder that goes with the pod.</summary>
internal sealed record EmptyDirVolume(string Name, string? SizeLimit = null) : Volume(Name);
