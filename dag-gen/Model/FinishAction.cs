namespace Slipstream.DagGen.Model;

/// <summary>What becomes of a pod once its task has ended.</summary>
internal enum FinishAction
{
    /// <summary>A pod that failed stays, to be looked at.</summary>
    DeleteSucceededPod,

    DeletePod,
    KeepPod,
}
