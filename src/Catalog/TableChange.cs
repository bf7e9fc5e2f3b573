namespace Slipstream.Catalog;

/// <summary>What happens to one table, for people.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Old">What it shows now; null if it is not there.</param>
/// <param name="New">What it will show; null if it will not be there.</param>
public sealed record TableChange(string Table, ChangeKind Kind, TableVersion? Old, TableVersion? New)
{
    /// <summary>What differs, in the order in which a person reads a table; empty where the catalogue only knows that something does.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ChangeKind.Unchanged => $"= {Table}: {New}",
        ChangeKind.Added => $"+ {Table}: {New}",
        ChangeKind.Removed => $"- {Table}: {Old}",
        ChangeKind.Left => $"! {Table}: {Old}; not in the metadata, and left",
        ChangeKind.Changed when Old?.IsSameData(New) == true => $"~ {Table}: {New}; its definition or comments change",
        ChangeKind.Changed => $"~ {Table}: {Old} -> {New}",
        _ => throw new InvalidOperationException($"Unknown kind of change '{Kind}'."),
    };
}
