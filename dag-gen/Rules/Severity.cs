namespace Slipstream.DagGen.Rules;

/// <summary>How bad a breach is; the worst comes first.</summary>
internal enum Severity
{
    /// <summary>Nothing is written.</summary>
    Error,

    /// <summary>Probably not what was meant. Files are written, unless warnings count as errors.</summary>
    Warning,
}
