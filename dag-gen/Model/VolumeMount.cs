namespace Slipstream.DagGen.Model;

/// <summary>Where a volume appears in the container.</summary>
/// <param name="Volume">The volume's name.</param>
/// <param name="Path">An absolute path of the container.</param>
internal sealed record VolumeMount(string Volume, string Path)
{
    public bool ReadOnly { get; init; }

    /// <summary>The folder of the volume that is mounted; null: all of it.</summary>
    public string? SubPath { get; init; }
}
