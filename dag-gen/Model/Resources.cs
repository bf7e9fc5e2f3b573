namespace Slipstream.DagGen.Model;

/// <summary>
/// What a pod asks for, as Kubernetes quantities. Memory is limited to what is asked for, so that a pod never lives on
/// memory that its node may take back; processor time is not limited, because idle cores help everyone.
/// </summary>
internal sealed record Resources
{
    public string Cpu { get; init; } = "250m";

    public string Memory { get; init; } = "512Mi";

    /// <summary>The most processor time; null: no limit.</summary>
    public string? CpuLimit { get; init; }

    /// <summary>The most memory; null: what is asked for.</summary>
    public string? MemoryLimit { get; init; }

    /// <summary>How many of NVIDIA's GPUs.</summary>
    public int Gpu { get; init; }
}
