namespace Slipstream.Metadata.Types;

/// <summary>How the Glue Data Catalog, and so Athena's DDL, writes a type.</summary>
public static class GlueTypes
{
    /// <summary>The type as it stands in a column of a Glue table. Names of fields are kept as they are.</summary>
    /// <exception cref="NotSupportedException">Glue has no such type: uint64, times of day, maps, null.</exception>
    public static string Of(ColumnType type) => TryOf(type) ?? throw new NotSupportedException(
        $"Glue has no type for '{type}'. Give the column of the curated table another type.");

    /// <summary>As <see cref="Of"/>; null where Glue has no such type. Unsigned numbers become the next wider signed ones, float16 a float.</summary>
    public static string? TryOf(ColumnType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return NestedTypes.TryOf(type, WordOf);
    }

    private static string? WordOf(ColumnType type) => type switch
    {
        SimpleType simple => WordOf(simple.Kind),
        DecimalType => type.ToString(),
        FixedBinaryType => "binary",
        TimestampType => "timestamp",
        _ => null,
    };

    private static string? WordOf(SimpleKind kind) => kind switch
    {
        SimpleKind.Character => "string",
        SimpleKind.Int8 => "tinyint",
        SimpleKind.Int16 or SimpleKind.UInt8 => "smallint",
        SimpleKind.Int or SimpleKind.UInt16 => "int",
        SimpleKind.Long or SimpleKind.UInt32 => "bigint",
        SimpleKind.Half or SimpleKind.Float => "float",
        SimpleKind.Double => "double",
        SimpleKind.Date => "date",
        SimpleKind.DateTime => "timestamp",
        SimpleKind.Binary => "binary",
        SimpleKind.Boolean => "boolean",
        _ => null,
    };
}
