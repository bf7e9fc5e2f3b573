using Slipstream.Metadata;

namespace Slipstream.Catalog.Glue;

/// <summary>How Hive's readers are told of a data format.</summary>
/// <param name="Input">The class that splits files.</param>
/// <param name="Output">The class that writes them.</param>
/// <param name="SerDe">The class that reads rows.</param>
internal sealed record GlueFormat(string Input, string Output, string SerDe)
{
    public const string Classification = "classification";

    private const string Text = "org.apache.hadoop.mapred.TextInputFormat";
    private const string QlIo = "org.apache.hadoop.hive.ql.io";
    private const string TextOutput = $"{QlIo}.HiveIgnoreKeyTextOutputFormat";
    private const string SerDe2 = "org.apache.hadoop.hive.serde2";

    /// <summary>What the SerDe is told.</summary>
    public IReadOnlyDictionary<string, string> SerDeParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters of the storage descriptor.</summary>
    public IReadOnlyDictionary<string, string> StorageParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters of the table.</summary>
    public IReadOnlyDictionary<string, string> TableParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>As etl_manager has it; JSON lacks its paths here.</summary>
    public static GlueFormat Of(DataFormat format) => format switch
    {
        DataFormat.Csv => new(Text, TextOutput, $"{SerDe2}.lazy.LazySimpleSerDe")
        {
            SerDeParameters = Of(("field.delim", ",")),
            StorageParameters = Of((Classification, "csv"), ("delimiter", ",")),
            TableParameters = Of((Classification, "csv"), ("delimiter", ",")),
        },
        DataFormat.CsvQuotedNodate => new(Text, TextOutput, $"{SerDe2}.OpenCSVSerde")
        {
            SerDeParameters = Of(("escapeChar", "\\"), ("quoteChar", "\""), ("separatorChar", ","), ("serialization.format", "1")),
        },
        DataFormat.Json => new(Text, TextOutput, "org.openx.data.jsonserde.JsonSerDe")
        {
            StorageParameters = Of((Classification, "json")),
            TableParameters = Of((Classification, "json")),
        },
        DataFormat.Parquet => new($"{QlIo}.parquet.MapredParquetInputFormat", $"{QlIo}.parquet.MapredParquetOutputFormat", $"{QlIo}.parquet.serde.ParquetHiveSerDe")
        {
            SerDeParameters = Of(("serialization.format", "1")),
            StorageParameters = Of((Classification, "parquet"), ("compressionType", "none")),
            TableParameters = Of((Classification, "parquet")),
        },
        DataFormat.Orc => new($"{QlIo}.orc.OrcInputFormat", $"{QlIo}.orc.OrcOutputFormat", $"{QlIo}.orc.OrcSerde")
        {
            StorageParameters = Of((Classification, "orc"), ("compressionType", "none")),
            TableParameters = Of((Classification, "orc")),
        },
        DataFormat.Avro => new($"{QlIo}.avro.AvroContainerInputFormat", $"{QlIo}.avro.AvroContainerOutputFormat", $"{SerDe2}.avro.AvroSerDe")
        {
            SerDeParameters = Of(("avro.schema.literal", "")),
            StorageParameters = Of(("avro.schema.literal", ""), (Classification, "avro")),
            TableParameters = Of(("avro.schema.literal", ""), (Classification, "avro")),
        },
        DataFormat.Regex => new(Text, TextOutput, $"{SerDe2}.RegexSerDe")
        {
            SerDeParameters = Of(("input.regex", "(.*)"), ("serialization.format", "1")),
            TableParameters = Of((Classification, "csv")),
        },
        _ => throw new InvalidOperationException($"Unknown format '{format}'."),
    };

    private static Dictionary<string, string> Of(params (string Name, string Value)[] parameters) =>
        parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal);
}
