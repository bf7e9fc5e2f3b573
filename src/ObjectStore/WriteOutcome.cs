namespace Slipstream.ObjectStore;

/// <summary>How a conditional write ended.</summary>
public enum WriteOutcome
{
    /// <summary>This call made the object.</summary>
    Created,

    /// <summary>An object was there already and was left as it is; whether its bytes are the same is for the caller to see.</summary>
    AlreadyExists,
}
