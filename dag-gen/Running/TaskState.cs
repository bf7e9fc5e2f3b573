namespace Slipstream.DagGen.Running;

/// <summary>How a task ended; Airflow's words.</summary>
internal enum TaskState
{
    Success,
    Failed,

    /// <summary>It never began, because a task before it failed.</summary>
    UpstreamFailed,

    /// <summary>It had nothing to do: by its own exit code, or because its trigger rule says so.</summary>
    Skipped,
}
