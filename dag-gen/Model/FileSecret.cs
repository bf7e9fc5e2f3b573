namespace Slipstream.DagGen.Model;

/// <summary>The keys of a secret as files of a folder of the container.</summary>
internal sealed record FileSecret(string Folder, string Name) : Secret(Name);
