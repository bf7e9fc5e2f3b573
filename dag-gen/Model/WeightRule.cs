namespace Slipstream.DagGen.Model;

/// <summary>How a task's priority counts those around it.</summary>
internal enum WeightRule
{
    /// <summary>Its own weight and those of all tasks behind it.</summary>
    Downstream,

    /// <summary>Its own weight and those of all tasks before it.</summary>
    Upstream,

    /// <summary>Its own weight alone.</summary>
    Absolute,
}
