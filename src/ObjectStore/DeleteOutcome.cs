namespace Slipstream.ObjectStore;

/// <summary>How a conditional delete ended.</summary>
public enum DeleteOutcome
{
    /// <summary>This call deleted the object.</summary>
    Deleted,

    /// <summary>It was not there, as after an earlier try that was cut off.</summary>
    AlreadyGone,

    /// <summary>It has other content than the caller read, and was left as it is.</summary>
    Changed,
}
