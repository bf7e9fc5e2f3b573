namespace Slipstream.Iam.Linting;

/// <summary>What a rule must know besides the file, to judge at all.</summary>
public enum Evidence
{
    /// <summary>Nothing: it judges any file.</summary>
    None,

    /// <summary>What the role's stage declares.</summary>
    Declarations,

    /// <summary>The calls of a recorded scenario.</summary>
    Record,

    /// <summary>The policy as it was.</summary>
    Baseline,

    /// <summary>All roles and who uses them.</summary>
    Model,
}
