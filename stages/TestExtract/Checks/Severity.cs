namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>What follows from a finding.</summary>
internal enum Severity
{
    /// <summary>The object is rejected.</summary>
    Failure,

    /// <summary>The object passes; somebody should look at it.</summary>
    Warning,
}
