namespace Slipstream.Metadata.Types;

/// <summary>The finest part that a time keeps.</summary>
public enum TimeUnit
{
    /// <summary>Whole seconds.</summary>
    Second,

    /// <summary>Three digits behind the seconds.</summary>
    Millisecond,

    /// <summary>Six digits behind the seconds.</summary>
    Microsecond,

    /// <summary>Nine digits behind the seconds.</summary>
    Nanosecond,
}
