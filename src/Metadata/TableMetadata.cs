using System.Text.Json;

namespace Slipstream.Metadata;

/// <summary>What a table must be.</summary>
public sealed record TableMetadata
{
    /// <summary>The file it was read from: for messages.</summary>
    public required string File { get; init; }

    /// <summary>Whose words the file is written in.</summary>
    public MetadataDialect Dialect { get; init; }

    /// <summary>Lower case letters, digits and underscores.</summary>
    public required string Name { get; init; }

    /// <summary>What the table is, for an analyst.</summary>
    public required string Description { get; init; }

    /// <summary>How its files are written.</summary>
    public required DataFormat Format { get; init; }

    /// <summary>The folder below the dataset's or the database's folder, without slashes at its ends.</summary>
    public required string Location { get; init; }

    /// <summary>The columns, partitions last in the order in which they are declared.</summary>
    public required IReadOnlyList<ColumnMetadata> Columns { get; init; }

    /// <summary>The names of the columns that are folders and not part of the files.</summary>
    public IReadOnlyList<string> Partitions { get; init; } = [];

    /// <summary>The names of the columns that identify a row; empty if nothing is declared.</summary>
    public IReadOnlyList<string> PrimaryKey { get; init; } = [];

    /// <summary>What follows from data that have moved away from the metadata.</summary>
    public TableDrift Drift { get; init; } = new();

    /// <summary>How its CSV files are laid out; of no account for other formats.</summary>
    public CsvLayout Csv { get; init; } = new();

    /// <summary>What is to be merged into the Glue table; null for nothing.</summary>
    public JsonElement? GlueSpecific { get; init; }

    /// <summary>The columns that the files hold: all but the partitions.</summary>
    public IEnumerable<ColumnMetadata> DataColumns => Columns.Where(column => !Partitions.Contains(column.Name));

    /// <summary>The partition columns in order.</summary>
    public IEnumerable<ColumnMetadata> PartitionColumns => Partitions.Select(name => Columns.First(column => column.Name == name));
}
