namespace Slipstream.DagGen.Running;

/// <summary>What became of one task.</summary>
/// <param name="TaskId">Its id.</param>
/// <param name="Stage">The stage that it runs, or the image.</param>
/// <param name="State">How it ended.</param>
/// <param name="ExitCode">That of its last process; null if it never began.</param>
/// <param name="Seconds">How long it took, all tries together; null if it never began.</param>
/// <param name="Result">The file with its result; null if it left none.</param>
internal sealed record TaskReport(string TaskId, string Stage, TaskState State, int? ExitCode, double? Seconds, string? Result)
{
    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }
}
