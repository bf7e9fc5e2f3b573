namespace Slipstream.Metadata;

/// <summary>Whose words a table's file is written in.</summary>
public enum MetadataDialect
{
    /// <summary>etl_manager's: <c>data_format</c>, <c>character</c>, <c>sensitivity</c>.</summary>
    EtlManager,

    /// <summary>mojap-metadata's: <c>file_format</c>, <c>string</c>, <c>type_category</c>.</summary>
    Mojap,
}
