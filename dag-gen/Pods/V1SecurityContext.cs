namespace Slipstream.DagGen.Pods;

/// <summary>What holds for one container.</summary>
internal sealed record V1SecurityContext(bool ReadOnlyRootFilesystem, bool AllowPrivilegeEscalation, V1Capabilities Capabilities);
