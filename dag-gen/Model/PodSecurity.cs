namespace Slipstream.DagGen.Model;

/// <summary>What holds for a whole pod: who runs, and whose the volumes are.</summary>
internal sealed record PodSecurity
{
    public bool RunAsNonRoot { get; init; } = true;

    public int UserId { get; init; } = 1000;

    public int GroupId { get; init; } = 1000;

    /// <summary>The group of the files on volumes.</summary>
    public int FileGroupId { get; init; } = 1000;
}
