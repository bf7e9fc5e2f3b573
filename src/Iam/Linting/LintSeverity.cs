namespace Slipstream.Iam.Linting;

/// <summary>How bad a breach is; the worst comes first.</summary>
public enum LintSeverity
{
    /// <summary>Something is granted that is not needed, or needed and not granted, or does nothing.</summary>
    Error,

    /// <summary>Something for a reviewer to look at.</summary>
    Warning,
}
