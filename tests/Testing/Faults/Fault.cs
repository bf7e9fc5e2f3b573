namespace Slipstream.Testing.Faults;

/// <summary>What goes wrong with one call of a store.</summary>
public enum Fault
{
    /// <summary>It is refused, and nothing is done.</summary>
    Refused,

    /// <summary>It is done, and its answer is lost.</summary>
    AnswerLost,

    /// <summary>It is done long after it was asked for.</summary>
    Late,

    /// <summary>The caller is told that there was no answer in time; it is done when nobody expects it any more.</summary>
    DoneAfterTimeout,

    /// <summary>The process is killed before it is done: nothing unwinds.</summary>
    KilledBefore,

    /// <summary>The process is killed when it has just been done.</summary>
    KilledAfter,
}
