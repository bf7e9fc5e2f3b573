namespace Slipstream.Metadata.Reading;

/// <summary>What a table's file is read in.</summary>
/// <param name="IsCurated">Whether the folder has a database.json, so that its tables are shown by Glue.</param>
/// <param name="Database">The database; null where there is none or its file is wrong.</param>
internal sealed record TableContext(bool IsCurated, DatabaseMetadata? Database);
