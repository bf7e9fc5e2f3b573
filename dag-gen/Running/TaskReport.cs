namespace Slipstream.DagGen.Running;

/// <summary>What became of one task.</summary>
/// <param name="TaskId">Its id.</param>
/// <param name="Stage">The stage that it runs.</param>
/// <param name="State">How it ended.</param>
/// <param name="ExitCode">That of its process; null if it never began.</param>
/// <param name="Seconds">How long it took; null if it never began.</param>
/// <param name="Result">The file with its result; null if it left none.</param>
internal sealed record TaskReport(string TaskId, string Stage, TaskState State, int? ExitCode, double? Seconds, string? Result);
