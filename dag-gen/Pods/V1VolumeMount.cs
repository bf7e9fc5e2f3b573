namespace Slipstream.DagGen.Pods;

/// <summary>Where a volume appears in a container.</summary>
internal sealed record V1VolumeMount
{
    public required string Name { get; init; }

    public required string MountPath { get; init; }

    public string? SubPath { get; init; }

    public bool? ReadOnly { get; init; }
}
