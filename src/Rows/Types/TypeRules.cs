using Slipstream.Metadata.Types;

namespace Slipstream.Rows.Types;

/// <summary>The rule for each type of the metadata that has no parts.</summary>
public static class TypeRules
{
    // The etl_manager types date and datetime keep microseconds.
    private const int DateTimeDigits = 6;

    /// <summary>The rule for values of a type without parts.</summary>
    /// <param name="type">No list, struct or map.</param>
    /// <param name="format">How dates and times are written; null for the ISO forms.</param>
    public static TypeRule Of(ColumnType type, string? format) => type switch
    {
        SimpleType { Kind: SimpleKind.Date or SimpleKind.DateTime } or TimestampType or TimeType when format is not null =>
            new FormattedTimeTypeRule(DateTimeFormat.Parse(format), UnitOf(type), type is TimestampType { Unit: TimeUnit.Nanosecond }, type is TimeType),
        SimpleType simple => Of(simple.Kind),
        DecimalType number => new DecimalTypeRule(number),
        TimestampType timestamp => new IsoTimeTypeRule(hasDate: true, hasTime: true, IsoTimeTypeRule.DigitsOf(timestamp.Unit)),
        TimeType time => new IsoTimeTypeRule(hasDate: false, hasTime: true, IsoTimeTypeRule.DigitsOf(time.Unit)),
        FixedBinaryType binary => new BinaryTypeRule(binary.Length),
        _ => throw new InvalidOperationException($"There is no rule for the type '{type}'."),
    };

    // A format says microseconds at most.
    private static long UnitOf(ColumnType type) => type switch
    {
        SimpleType { Kind: SimpleKind.Date } => TimeSpan.TicksPerDay,
        TimestampType { Unit: TimeUnit.Second } or TimeType { Unit: TimeUnit.Second } => TimeSpan.TicksPerSecond,
        TimestampType { Unit: TimeUnit.Millisecond } or TimeType { Unit: TimeUnit.Millisecond } => TimeSpan.TicksPerMillisecond,
        _ => TimeSpan.TicksPerMicrosecond,
    };

    private static TypeRule Of(SimpleKind kind) => kind switch
    {
        SimpleKind.Character => new TextTypeRule(),
        SimpleKind.Int8 => WholeTypeRule.Signed(8),
        SimpleKind.Int16 => WholeTypeRule.Signed(16),
        SimpleKind.Int => WholeTypeRule.Signed(32),
        SimpleKind.Long => WholeTypeRule.Signed(64),
        SimpleKind.UInt8 => WholeTypeRule.Unsigned(8),
        SimpleKind.UInt16 => WholeTypeRule.Unsigned(16),
        SimpleKind.UInt32 => WholeTypeRule.Unsigned(32),
        SimpleKind.UInt64 => WholeTypeRule.Unsigned(64),
        SimpleKind.Half or SimpleKind.Float or SimpleKind.Double => new FloatTypeRule(kind),
        SimpleKind.Date => new IsoTimeTypeRule(hasDate: true, hasTime: false, 0),
        SimpleKind.DateTime => new IsoTimeTypeRule(hasDate: true, hasTime: true, DateTimeDigits),
        SimpleKind.Boolean => new BooleanTypeRule(),
        SimpleKind.Binary => new BinaryTypeRule(null),
        SimpleKind.Null => new NullTypeRule(),
        _ => throw new InvalidOperationException($"There is no rule for the type '{kind}'."),
    };
}
