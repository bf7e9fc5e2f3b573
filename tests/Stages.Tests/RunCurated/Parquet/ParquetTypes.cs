using Slipstream.Metadata.Types;

namespace Slipstream.Stages.Tests.RunCurated.Parquet;

/// <summary>
/// How each type is stored, in the words of https://github.com/apache/parquet-format/blob/master/LogicalTypes.md: texts and
/// decimals annotated, timestamps as whole numbers without zone and never as INT96.
/// </summary>
internal static class ParquetTypes
{
    public static string Of(ColumnType type) => type switch
    {
        SimpleType simple => Of(simple.Kind),
        DecimalType number => $"{(number.Precision <= 9 ? "INT32" : number.Precision <= 18 ? "INT64" : "FIXED_LEN_BYTE_ARRAY(16)")} DECIMAL({number.Precision},{number.Scale})",
        FixedBinaryType => "BYTE_ARRAY",
        TimestampType { Unit: TimeUnit.Nanosecond } => "INT64 TIMESTAMP_NANOS",
        TimestampType => "INT64 TIMESTAMP_MICROS",
        TimeType { Unit: TimeUnit.Nanosecond } => "INT64 TIME_NANOS",
        TimeType => "INT64 TIME_MICROS",
        ArrayType array => $"list<{Of(array.Element)}>",
        MapType map => $"map<{Of(map.Key)},{Of(map.Value)}>",
        StructType structure => $"struct<{string.Join(',', structure.Fields.Select(field => $"{field.Name}:{Of(field.Type)}"))}>",
        _ => throw new InvalidOperationException($"'{type}' is new here."),
    };

    private static string Of(SimpleKind kind) => kind switch
    {
        SimpleKind.Character => "BYTE_ARRAY STRING",
        SimpleKind.Int8 => "INT32 INT_8",
        SimpleKind.Int16 => "INT32 INT_16",
        SimpleKind.Int or SimpleKind.Null => "INT32 INT_32",
        SimpleKind.Long => "INT64 INT_64",
        SimpleKind.UInt8 => "INT32 UINT_8",
        SimpleKind.UInt16 => "INT32 UINT_16",
        SimpleKind.UInt32 => "INT32 UINT_32",
        SimpleKind.UInt64 => "INT64 UINT_64",
        SimpleKind.Half or SimpleKind.Float => "FLOAT",
        SimpleKind.Double => "DOUBLE",
        SimpleKind.Date => "INT32 DATE",
        SimpleKind.DateTime => "INT64 TIMESTAMP_MICROS",
        SimpleKind.Binary => "BYTE_ARRAY",
        SimpleKind.Boolean => "BOOLEAN",
        _ => throw new InvalidOperationException($"'{kind}' is new here."),
    };
}
