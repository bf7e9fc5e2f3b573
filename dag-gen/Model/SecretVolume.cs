namespace Slipstream.DagGen.Model;

/// <summary>The keys of a secret as files.</summary>
internal sealed record SecretVolume(string Name, string SecretName) : Volume(Name);
