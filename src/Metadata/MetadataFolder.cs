using Slipstream.Metadata.Reading;

namespace Slipstream.Metadata;

/// <summary>A folder of metadata: one JSON file for each table and, for curated tables, <c>database.json</c>.</summary>
public sealed record MetadataFolder
{
    /// <summary>The folder, as it was asked for.</summary>
    public required string Path { get; init; }

    /// <summary>The database; null where the folder has no database.json.</summary>
    public DatabaseMetadata? Database { get; init; }

    /// <summary>The tables in ordinal order of their names.</summary>
    public required IReadOnlyList<TableMetadata> Tables { get; init; }

    /// <summary>Reads all files of a folder and reports every problem of every file at once.</summary>
    /// <exception cref="MetadataException">The folder is missing or empty, or a file in it is wrong.</exception>
    public static MetadataFolder Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FolderReader(path).Read();
    }
}
