namespace Slipstream.DagGen.Pods;

/// <summary>What holds for a whole pod.</summary>
internal sealed record V1PodSecurityContext
{
    public required bool RunAsNonRoot { get; init; }

    public required long RunAsUser { get; init; }

    public required long RunAsGroup { get; init; }

    public required long FsGroup { get; init; }

    public required V1SeccompProfile SeccompProfile { get; init; }
}
