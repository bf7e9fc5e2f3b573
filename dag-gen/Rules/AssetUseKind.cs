namespace Slipstream.DagGen.Rules;

/// <summary>What a pipeline has to do with an asset.</summary>
internal enum AssetUseKind
{
    /// <summary>Its schedule waits for it.</summary>
    Awaited,

    /// <summary>It says that somebody else makes it.</summary>
    External,

    /// <summary>A task reads it.</summary>
    Read,

    /// <summary>A task makes it.</summary>
    Made,
}
