using System.Collections.Concurrent;
using Slipstream.DagGen.Commands;
using Slipstream.Iam.Compilation;
using Slipstream.Metadata;

namespace Slipstream.DagGen.Iam;

/// <summary>What folders of metadata say of the catalogue; each is read once.</summary>
/// <param name="root">The folder that relative paths start at.</param>
internal sealed class CatalogContents(string root)
{
    private readonly ConcurrentDictionary<string, CatalogContent> _read = new(StringComparer.Ordinal);

    /// <summary>What a folder says.</summary>
    /// <exception cref="MetadataException">The folder cannot be read, or a file in it is wrong.</exception>
    /// <exception cref="CommandException">It has no database.json.</exception>
    public CatalogContent Read(string folder) => _read.GetOrAdd(folder, Load);

    private CatalogContent Load(string folder)
    {
        var metadata = MetadataFolder.Load(Path.GetFullPath(folder, root));
        return metadata.Database is { } database
            ? new CatalogContent(
                database.Name,
                [.. metadata.Tables.Select(table => table.Name)],
                [.. metadata.Tables.Where(table => table.Partitions.Count > 0).Select(table => table.Name)])
            : throw CommandException.NoDatabase(folder);
    }
}
