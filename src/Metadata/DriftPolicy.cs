namespace Slipstream.Metadata;

/// <summary>What follows from data that have moved away from their metadata.</summary>
public enum DriftPolicy
{
    /// <summary>The object is rejected.</summary>
    Fail,

    /// <summary>The object passes, with a warning.</summary>
    Warn,

    /// <summary>Nothing is said.</summary>
    Ignore,
}
