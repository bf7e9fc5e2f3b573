using Slipstream.Metadata.Types;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.RunCurated.Raw.Values;

/// <summary>What reads the values of each type of the metadata.</summary>
internal static class RawValues
{
    /// <param name="type">The type.</param>
    /// <param name="format">How dates and times are written, also inside lists and structs; null for the ISO forms.</param>
    public static RawValue Of(ColumnType type, string? format) => type is ArrayType or StructType or MapType
        ? new NestedValue(Inside(type, format))
        : Simple(type, format);

    private static NestedPart Inside(ColumnType type, string? format) => type switch
    {
        ArrayType array => new ListPart(Inside(array.Element, format)),
        StructType structure => new StructPart([.. structure.Fields.Select(field => (field.Name, Inside(field.Type, format)))]),
        MapType map => new MapPart(TypeRules.Of(map.Key, format), Simple(map.Key, format), Inside(map.Value, format)),
        _ => new LeafPart(Simple(type, format)),
    };

    private static RawValue Simple(ColumnType type, string? format) => TypeRules.Of(type, format) switch
    {
        TextTypeRule => new TextValue(),
        WholeTypeRule rule => new WholeValue(rule, WholeWidth(type)),
        FloatTypeRule rule => new FloatValue(rule, isDouble: type is SimpleType { Kind: SimpleKind.Double }),
        DecimalTypeRule rule => new DecimalValue(rule, DecimalWidth((DecimalType)type)),
        BooleanTypeRule rule => new BooleanValue(rule),
        BinaryTypeRule rule => new BinaryValue(rule),
        NullTypeRule => new NoValue(),
        TimeTypeRule rule => Time(type, rule),
        _ => throw new InvalidOperationException($"There is no reader of '{type}'."),
    };

    private static RawValue Time(ColumnType type, TimeTypeRule rule) => type switch
    {
        SimpleType { Kind: SimpleKind.Date } => new DateValue(rule),
        TimestampType { Unit: var unit } => new TimeValue(rule, unit, Epoch.Ticks),
        // DuckDB's TIME counts microseconds, whatever finer parts the metadata leave away.
        TimeType { Unit: var unit } => new TimeValue(rule, unit == TimeUnit.Nanosecond ? unit : TimeUnit.Microsecond, 0),
        _ => new TimeValue(rule, TimeUnit.Microsecond, Epoch.Ticks),
    };

    private static int WholeWidth(ColumnType type) => ((SimpleType)type).Kind switch
    {
        SimpleKind.Int8 or SimpleKind.UInt8 => sizeof(byte),
        SimpleKind.Int16 or SimpleKind.UInt16 => sizeof(short),
        SimpleKind.Int or SimpleKind.UInt32 => sizeof(int),
        SimpleKind.Long or SimpleKind.UInt64 => sizeof(long),
        var kind => throw new InvalidOperationException($"'{kind}' is no whole number."),
    };

    // The narrowest number that holds all digits, as DuckDB stores decimals.
    private static int DecimalWidth(DecimalType type) => type.Precision switch
    {
        <= 4 => sizeof(short),
        <= 9 => sizeof(int),
        <= 18 => sizeof(long),
        _ => 2 * sizeof(long),
    };
}
