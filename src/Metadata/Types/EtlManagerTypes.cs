namespace Slipstream.Metadata.Types;

/// <summary>How etl_manager's files write a type.</summary>
public static class EtlManagerTypes
{
    /// <summary>
    /// The type as it stands under <c>type</c>. A type that only mojap-metadata has becomes the narrowest that holds its values:
    /// uint8 an int, uint64 a decimal(20,0), timestamp(ms) a datetime.
    /// </summary>
    /// <exception cref="NotSupportedException">etl_manager has no such type: times of day, maps, null.</exception>
    public static string Of(ColumnType type) => TryOf(type) ?? throw new NotSupportedException(
        $"etl_manager has no type for '{type}'. Write the table's file in mojap-metadata's dialect.");

    /// <summary>As <see cref="Of"/>; null where etl_manager has no such type.</summary>
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
        TimestampType { Unit: not TimeUnit.Nanosecond } => "datetime",
        _ => null,
    };

    private static string? WordOf(SimpleKind kind) => kind switch
    {
        SimpleKind.Int8 or SimpleKind.Int16 or SimpleKind.UInt8 or SimpleKind.UInt16 => "int",
        SimpleKind.UInt32 => "long",
        SimpleKind.UInt64 => "decimal(20,0)",
        SimpleKind.Half => "float",
        SimpleKind.Null => null,
        _ => new SimpleType(kind).ToString(),
    };
}
