namespace Slipstream.Testing.Aws;

/// <summary>What goes wrong with one call to the loopback AWS.</summary>
public enum AwsFault
{
    /// <summary>The service asks to slow down.</summary>
    Throttled,

    /// <summary>The service fails, with status 500.</summary>
    Failed,

    /// <summary>The connection breaks, and nothing is done.</summary>
    CutOff,

    /// <summary>It is done, and the connection breaks.</summary>
    AnswerLost,

    /// <summary>The connection breaks; it is done when nobody expects it any more.</summary>
    DoneLate,

    /// <summary>The process is killed before it is done: it asks for nothing any more.</summary>
    KilledBefore,

    /// <summary>The process is killed when it has just been done.</summary>
    KilledAfter,
}
