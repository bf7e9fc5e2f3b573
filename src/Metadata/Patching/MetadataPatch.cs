namespace Slipstream.Metadata.Patching;

/// <summary>
/// A table's file, changed to what its data have become and ready to review: formatting, order and everything that need not change
/// stay as they are.
/// </summary>
public sealed record MetadataPatch
{
    private MetadataPatch(ReadOnlyMemory<byte> content) => Content = content;

    /// <summary>The new file, in the dialect of the old one.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The columns that were added, before the partitions.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>The missing columns that now warn instead of failing: they got <c>"drift": { "missing": "warn" }</c>.</summary>
    public required IReadOnlyList<string> Relaxed { get; init; }

    /// <summary>What could not be written, a sentence each with its reason.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Whether the file is as it was.</summary>
    public bool IsEmpty => Added.Count == 0 && Relaxed.Count == 0;

    /// <summary>Adds columns to a table's file and relaxes those that the data no longer have.</summary>
    /// <param name="file">The file's path: it names the table, and stands in messages.</param>
    /// <param name="content">What is in the file.</param>
    /// <param name="added">Columns that only the data have.</param>
    /// <param name="missing">Names of columns that only the metadata have.</param>
    /// <exception cref="MetadataException">The file is not one of a table.</exception>
    public static MetadataPatch Of(string file, ReadOnlySpan<byte> content, IReadOnlyList<NewColumn> added, IReadOnlyList<string> missing)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(added);
        ArgumentNullException.ThrowIfNull(missing);
        var source = TableSource.Read(file, content.ToArray());
        var additions = new ColumnAdditions(source);
        var relaxations = new Relaxations(source);
        foreach (var column in added)
        {
            additions.Add(column);
        }

        foreach (var column in missing)
        {
            relaxations.Add(column);
        }

        var changed = source.Apply([.. additions.Edits, .. relaxations.Edits]);
        // What cannot be read again would be no proposal but a defect.
        TableSource.Read(file, changed);
        return new MetadataPatch(changed)
        {
            Added = additions.Names,
            Relaxed = relaxations.Names,
            LeftOut = [.. additions.LeftOut, .. relaxations.LeftOut],
        };
    }
}
