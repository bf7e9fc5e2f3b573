namespace Slipstream.Metadata.Types;

/// <summary>How mojap-metadata's files write a type: Arrow's words.</summary>
public static class MojapTypes
{
    /// <summary>The type as it stands under <c>type</c>; etl_manager's datetime, which keeps microseconds, is <c>timestamp(us)</c>.</summary>
    public static string Of(ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type switch
        {
            SimpleType { Kind: SimpleKind.DateTime } => "timestamp(us)",
            SimpleType simple when simple.Kind == SimpleKind.Binary => MojapWords.Binary,
            SimpleType simple => MojapWords.Simple.First(word => word.Value == simple.Kind).Key,
            DecimalType number => number.ToString().Replace(TypeWords.Decimal, MojapWords.Decimal, StringComparison.Ordinal),
            ArrayType array => $"list<{Of(array.Element)}>",
            StructType structure => $"struct<{string.Join(", ", structure.Fields.Select(field => $"{field.Name}:{Of(field.Type)}"))}>",
            MapType map => $"map_<{Of(map.Key)}, {Of(map.Value)}>",
            _ => type.ToString(),
        };
    }

    /// <summary>The word that stands under <c>type_category</c>.</summary>
    public static string Category(ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type switch
        {
            SimpleType simple => Category(simple.Kind),
            DecimalType => "float",
            FixedBinaryType => "binary",
            TimestampType or TimeType => "timestamp",
            ArrayType => "list",
            _ => "struct",
        };
    }

    private static string Category(SimpleKind kind) => kind switch
    {
        SimpleKind.Null => "null",
        SimpleKind.Character => "string",
        SimpleKind.Boolean => "boolean",
        SimpleKind.Binary => "binary",
        SimpleKind.Date or SimpleKind.DateTime => "timestamp",
        SimpleKind.Half or SimpleKind.Float or SimpleKind.Double => "float",
        _ => "integer",
    };
}
