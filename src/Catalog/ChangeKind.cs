namespace Slipstream.Catalog;

/// <summary>What happens to a table of the catalogue.</summary>
public enum ChangeKind
{
    /// <summary>It is as it should be.</summary>
    Unchanged,

    /// <summary>It was not there.</summary>
    Added,

    /// <summary>Its columns, comments or files are others.</summary>
    Changed,

    /// <summary>The metadata do not have it any more. Its files stay where they are.</summary>
    Removed,

    /// <summary>The metadata do not have it any more, and nobody has asked to remove it.</summary>
    Left,
}
