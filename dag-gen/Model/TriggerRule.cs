namespace Slipstream.DagGen.Model;

/// <summary>What must have become of the tasks before a task for it to begin.</summary>
internal enum TriggerRule
{
    AllSuccess,
    AllFailed,
    AllDone,
    AllDoneMinOneSuccess,
    AllDoneSetupSuccess,
    OneSuccess,
    OneFailed,
    OneDone,
    NoneFailed,
    NoneFailedMinOneSuccess,
    NoneSkipped,
    AllSkipped,
    Always,
}
