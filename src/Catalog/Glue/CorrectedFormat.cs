using Slipstream.Metadata;

namespace Slipstream.Catalog.Glue;

/// <summary>What etl_manager does not tell of CSV files: their delimiter, their header, and that quoted ones are CSV.</summary>
internal static class CorrectedFormat
{
    private const string SkipHeader = "skip.header.line.count";

    public static GlueFormat Of(TableMetadata table)
    {
        var format = GlueFormat.Of(table.Format);
        var delimiter = table.Csv.Delimiter.ToString();
        return table.Format switch
        {
            DataFormat.Csv => WithHeader(table, format with
            {
                SerDeParameters = With(format.SerDeParameters, "field.delim", delimiter),
                StorageParameters = With(format.StorageParameters, "delimiter", delimiter),
                TableParameters = With(format.TableParameters, "delimiter", delimiter),
            }),
            DataFormat.CsvQuotedNodate => WithHeader(table, format with
            {
                SerDeParameters = With(format.SerDeParameters, "separatorChar", delimiter),
                StorageParameters = With(format.StorageParameters, GlueFormat.Classification, "csv"),
                TableParameters = With(format.TableParameters, GlueFormat.Classification, "csv"),
            }),
            _ => format,
        };
    }

    private static GlueFormat WithHeader(TableMetadata table, GlueFormat format) => !table.Csv.HasHeader
        ? format
        : format with
        {
            StorageParameters = With(format.StorageParameters, SkipHeader, "1"),
            TableParameters = With(format.TableParameters, SkipHeader, "1"),
        };

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> parameters, string name, string value) =>
        new(parameters, StringComparer.Ordinal) { [name] = value };
}
