namespace Slipstream.Catalog;

/// <summary>One thing of a catalogue that is not as it should be.</summary>
/// <param name="Kind">Added, changed or removed.</param>
/// <param name="What">What it is: <c>column 'n' type</c>.</param>
/// <param name="Old">What is there; null for nothing.</param>
/// <param name="New">What is to be there; null for nothing.</param>
public sealed record Difference(ChangeKind Kind, string What, string? Old, string? New)
{
    /// <summary>Something that is to be there and is not.</summary>
    public static Difference Added(string what, string? now) => new(ChangeKind.Added, what, null, now);

    /// <summary>Something that is there and is not to be.</summary>
    public static Difference Removed(string what, string? old) => new(ChangeKind.Removed, what, old, null);

    /// <summary>Something that is to be another.</summary>
    public static Difference Changed(string what, string? old, string? now) => new(ChangeKind.Changed, what, old, now);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ChangeKind.Added => $"+ {What}: {New}",
        ChangeKind.Removed => $"- {What}: {Old}",
        _ => $"~ {What}: {Shown(Old)} -> {Shown(New)}",
    };

    private static string Shown(string? text) => string.IsNullOrEmpty(text) ? "(none)" : text;
}
