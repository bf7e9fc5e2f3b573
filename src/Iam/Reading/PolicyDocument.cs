namespace Slipstream.Iam.Reading;

/// <summary>A policy file of anybody's, with all that the grammar allows and the lines it stands in.</summary>
public sealed record PolicyDocument
{
    /// <summary>The file, as messages name it.</summary>
    public required string File { get; init; }

    /// <summary>The file's text.</summary>
    public required string Text { get; init; }

    /// <summary>Its version, if it has one.</summary>
    public Located? Version { get; init; }

    /// <summary>In the order of the file.</summary>
    public required IReadOnlyList<DocumentStatement> Statements { get; init; }

    /// <summary>Names that stand twice in one object: readers differ in which of them they take.</summary>
    public required IReadOnlyList<Located> DuplicateNames { get; init; }

    /// <summary>Whether it says who may take on a role, rather than what a role may do.</summary>
    public bool IsTrust => Statements.Any(statement => statement.Principals.Count > 0 && statement.Resources.Count == 0);
}
