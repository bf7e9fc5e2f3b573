using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Checks.Nested;

/// <summary>The rule for each type of the metadata, lists, structs and maps included.</summary>
internal static class NestedTypeRules
{
    /// <summary>The rule for a column's values.</summary>
    public static TypeRule Of(ColumnMetadata column, TableDrift drift) => column.Type is ArrayType or StructType or MapType
        ? new NestedTypeRule(
            column.Name,
            Inside(column.Type, column.DateTimeFormat),
            isQuiet => new NestedFaults(isQuiet, column.Drift.Missing ?? drift.Missing, drift.OfUnknown))
        : TypeRules.Of(column.Type, column.DateTimeFormat);

    private static NestedValue Inside(ColumnType type, string? format) => type switch
    {
        ArrayType array => new ListValue(Inside(array.Element, format), type.ToString()),
        StructType structure => new StructValue([.. structure.Fields.Select(field => (field.Name, Inside(field.Type, format)))], type.ToString()),
        MapType map => new MapValue(TypeRules.Of(map.Key, format), map.Key.ToString(), Inside(map.Value, format), type.ToString()),
        _ => new LeafValue(TypeRules.Of(type, format), type.ToString()),
    };
}
