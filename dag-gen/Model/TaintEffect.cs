namespace Slipstream.DagGen.Model;

/// <summary>What a node's taint does to pods that do not tolerate it.</summary>
internal enum TaintEffect
{
    NoSchedule,
    PreferNoSchedule,
    NoExecute,
}
