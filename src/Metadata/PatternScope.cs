namespace Slipstream.Metadata;

/// <summary>How much of a value its pattern must match.</summary>
public enum PatternScope
{
    /// <summary>All of it: etl_manager's dialect, which never enforced patterns, and our default.</summary>
    Whole,

    /// <summary>Its start: mojap-metadata's dialect, as data_linter reads it (Python's <c>re.match</c>).</summary>
    Start,
}
