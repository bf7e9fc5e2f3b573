using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>What a run comes to.</summary>
/// <param name="ExitCode">0, or that of the task whose failure failed the run.</param>
/// <param name="Note">What may surprise: a task failed, and the run did not.</param>
internal sealed record RunVerdict(int ExitCode, string? Note)
{
    // Should a failure have no exit code of its own.
    private const int Unnamed = 1;

    public static RunVerdict Of(TaskGraph graph, RunBoard board, Func<string, int?> exitCodes)
    {
        var failed = graph.Tasks.Where(task => board.StateOf(task) == TaskState.Failed).ToList();
        var deciding = graph.Deciding().FirstOrDefault(task => board.StateOf(task) is TaskState.Failed or TaskState.UpstreamFailed);
        if (deciding is null)
        {
            return new RunVerdict(0, failed.Count == 0 ? null : NoteOn(failed));
        }

        var causes = graph.LeadingTo(deciding).Append(deciding).ToHashSet();
        var cause = failed.Find(causes.Contains);
        return new RunVerdict(cause is null ? Unnamed : exitCodes(cause.Id) ?? Unnamed, null);
    }

    private static string NoteOn(List<DagTask> failed)
    {
        var names = string.Join(", ", failed.Select(task => $"'{task.Id}'"));
        return failed.TrueForAll(task => task.Role == TaskRole.Teardown)
            ? $"Failed: {names}. The run succeeds all the same: teardowns do not decide it. Look at what they left behind."
            : $"Failed: {names}. The run succeeds all the same, as in Airflow: its last tasks decide, and none of them failed. "
                + "If it should fail, add a last task behind these with the trigger rule all_success.";
    }
}
