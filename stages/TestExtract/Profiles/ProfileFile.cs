namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>The profile of an object that was accepted, as it lies below <c>_profiles/</c>.</summary>
internal sealed record ProfileFile
{
    /// <summary>The form that this release writes and reads.</summary>
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    /// <summary>Relative to the table's folder in land.</summary>
    public required string Object { get; init; }

    public string? Sha256 { get; init; }

    public required long Rows { get; init; }

    public required IReadOnlyList<ColumnEntry> Columns { get; init; }
}
