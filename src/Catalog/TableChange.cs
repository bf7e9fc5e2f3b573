namespace Slipstream.Catalog;

/// <summary>What happens to one table, for people.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Old">What it shows now; null if it is not there.</param>
/// <param name="New">What it will show; null if it will not be there.</param>
public sealed record TableChange(string Table, ChangeKind Kind, TableVersion? Old, TableVersion? New)
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ChangeKind.Unchanged => $"= {Table}: {New}",
        ChangeKind.Added => $"+ {Table}: {New}",
        ChangeKind.Removed => $"- {Table}: {Old}",
        ChangeKind.Changed when Old == New => $"~ {Table}: {New}; its definition or comments change",
        ChangeKind.Changed => $"~ {Table}: {Old} -> {New}",
        _ => throw new InvalidOperationException($"Unknown kind of change '{Kind}'."),
    };
}
