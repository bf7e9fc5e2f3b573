namespace Slipstream.Metadata.Types;

/// <summary>How DuckDB's SQL writes a type.</summary>
public static class DuckDbTypes
{
    /// <summary>
    /// The type as it stands in a CAST or a column definition. DuckDB has no float16, which becomes a FLOAT, and no type of nulls
    /// alone, which becomes an INTEGER, as in DuckDB's own CREATE TABLE AS SELECT NULL.
    /// </summary>
    public static string Of(ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type switch
        {
            SimpleType simple => Of(simple.Kind),
            DecimalType => type.ToString().ToUpperInvariant(),
            FixedBinaryType => "BLOB",
            TimestampType stamp => Of(stamp.Unit),
            TimeType time => time.Unit == TimeUnit.Nanosecond ? "TIME_NS" : "TIME",
            ArrayType array => $"{Of(array.Element)}[]",
            MapType map => $"MAP({Of(map.Key)}, {Of(map.Value)})",
            StructType structure => $"STRUCT({string.Join(", ", structure.Fields.Select(field => $"{Quoted(field.Name)} {Of(field.Type)}"))})",
            _ => throw new InvalidOperationException($"DuckDB has no type for '{type}'."),
        };
    }

    private static string Of(SimpleKind kind) => kind switch
    {
        SimpleKind.Character => "VARCHAR",
        SimpleKind.Int8 => "TINYINT",
        SimpleKind.Int16 => "SMALLINT",
        SimpleKind.Int or SimpleKind.Null => "INTEGER",
        SimpleKind.Long => "BIGINT",
        SimpleKind.UInt8 => "UTINYINT",
        SimpleKind.UInt16 => "USMALLINT",
        SimpleKind.UInt32 => "UINTEGER",
        SimpleKind.UInt64 => "UBIGINT",
        SimpleKind.Half or SimpleKind.Float => "FLOAT",
        SimpleKind.Double => "DOUBLE",
        SimpleKind.Date => "DATE",
        SimpleKind.DateTime => "TIMESTAMP",
        SimpleKind.Binary => "BLOB",
        SimpleKind.Boolean => "BOOLEAN",
        _ => throw new InvalidOperationException($"DuckDB has no type for '{kind}'."),
    };

    private static string Of(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => "TIMESTAMP_S",
        TimeUnit.Millisecond => "TIMESTAMP_MS",
        TimeUnit.Microsecond => "TIMESTAMP",
        TimeUnit.Nanosecond => "TIMESTAMP_NS",
        _ => throw new InvalidOperationException($"Unknown unit '{unit}'."),
    };

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
