namespace Slipstream.DagGen.Running;

/// <summary>What a trigger rule makes of the tasks before a task.</summary>
internal enum Verdict
{
    /// <summary>Too little has ended to say.</summary>
    Wait,

    Run,
    Skip,
    UpstreamFailed,
}
