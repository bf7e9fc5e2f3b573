using Slipstream.AwsJson.Glue;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Catalog.Glue;

/// <summary>The columns of a Glue table.</summary>
internal static class GlueColumns
{
    public static IReadOnlyList<Column> Of(IEnumerable<ColumnMetadata> columns, DataFormat format, GlueStyle style) =>
        [.. columns.Select(column => new Column { Name = column.Name, Type = TypeOf(column.Type, format, style), Comment = column.Description })];

    private static string TypeOf(ColumnType type, DataFormat format, GlueStyle style) => style switch
    {
        GlueStyle.EtlManager => Replaced(type),
        // OpenCSVSerDe takes dates and times as numbers only: https://docs.aws.amazon.com/athena/latest/ug/csv-serde.html.
        _ when format == DataFormat.CsvQuotedNodate && GlueTypes.Of(type) is "date" or "timestamp" => "string",
        _ => GlueTypes.Of(type),
    };

    // etl_manager replaces its words in the whole text, so that a field 'longitude' becomes 'bigintitude'.
    private static string Replaced(ColumnType type) => EtlManagerTypes.Of(type)
        .Replace("character", "string", StringComparison.Ordinal)
        .Replace("long", "bigint", StringComparison.Ordinal)
        .Replace("datetime", "timestamp", StringComparison.Ordinal);
}
