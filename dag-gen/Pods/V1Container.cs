namespace Slipstream.DagGen.Pods;

/// <summary>One container of a pod.</summary>
internal sealed record V1Container
{
    public required string Name { get; init; }

    public required string Image { get; init; }

    public IReadOnlyList<string>? Command { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public IReadOnlyList<V1EnvVar>? Env { get; init; }

    public V1ResourceRequirements? Resources { get; init; }

    public V1SecurityContext? SecurityContext { get; init; }

    public string? TerminationMessagePolicy { get; init; }

    public IReadOnlyList<V1VolumeMount>? VolumeMounts { get; init; }
}
