namespace Slipstream.DagGen.Model;

/// <summary>What a task is for. An edge from a setup to a teardown pairs them.</summary>
internal enum TaskRole
{
    /// <summary>It does the work that the pipeline is for.</summary>
    Work,

    /// <summary>It makes what other tasks need.</summary>
    Setup,

    /// <summary>It removes what its setups made, whatever became of the work, if these succeeded. It never decides what became of the run.</summary>
    Teardown,
}
