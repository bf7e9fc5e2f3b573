namespace Slipstream.DagGen.Model;

/// <summary>The entries of a config map as files.</summary>
internal sealed record ConfigMapVolume(string Name, string ConfigMap) : Volume(Name);
