using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.Tests.RunCurated.Parquet;

/// <summary>Tables by chance: all types of both dialects, their limits, and nulls at every depth.</summary>
internal static class SomeTyped
{
    private const int Depth = 3;
    private static readonly DateTime Epoch = DateTime.UnixEpoch;

    public static Gen<TypedTable> Table =>
        from dialect in Gen.Elements(MetadataDialect.EtlManager, MetadataDialect.Mojap)
        from types in Type(dialect, Depth).NonEmptyListOf().Select(list => list.Take(7).ToList())
        from count in Gen.Choose(0, 25)
        from rows in Gen.CollectToList(Enumerable.Range(0, count), _ => Gen.CollectToList(types, Nullable))
        from hasPartitions in Gen.Frequency((2, Gen.Constant(false)), (1, Gen.Constant(count > 0)))
        select new TypedTable(dialect, types, [.. rows.Select(row => (IReadOnlyList<Typed>)[.. row])], hasPartitions);

    private static Gen<ColumnType> Type(MetadataDialect dialect, int depth)
    {
        Gen<ColumnType>[] flat = dialect == MetadataDialect.EtlManager
            ? [Simple(kind => kind <= SimpleKind.Boolean), Decimal]
            : [Simple(kind => kind != SimpleKind.DateTime), Decimal, Unit.Select(ColumnType (unit) => new TimestampType(unit)), Unit.Select(ColumnType (unit) => new TimeType(unit)), Gen.Choose(1, 40).Select(ColumnType (n) => new FixedBinaryType(n))];
        return depth == 0 ? Gen.OneOf(flat) : Gen.Frequency((3, Gen.OneOf(flat)), (1, Nested(dialect, depth - 1)));
    }

    private static Gen<TimeUnit> Unit => Gen.Elements(Enum.GetValues<TimeUnit>());

    private static Gen<ColumnType> Decimal =>
        from precision in Gen.Choose(1, 38)
        from scale in Gen.Choose(0, precision)
        select (ColumnType)new DecimalType(precision, scale);

    private static Gen<ColumnType> Simple(Func<SimpleKind, bool> isWanted) =>
        Gen.Elements(Enum.GetValues<SimpleKind>().Where(isWanted)).Select(ColumnType (kind) => new SimpleType(kind));

    private static Gen<ColumnType> Nested(MetadataDialect dialect, int depth)
    {
        var array = Type(dialect, depth).Select(ColumnType (element) => new ArrayType(element));
        var structure = Type(dialect, depth).NonEmptyListOf()
            .Select(ColumnType (types) => new StructType([.. types.Take(3).Select((type, i) => new StructField($"f{i}", type))]));
        var map = from key in Gen.Elements(SimpleKind.Character, SimpleKind.Long)
                  from value in Type(dialect, depth)
                  select (ColumnType)new MapType(new SimpleType(key), value);
        return dialect == MetadataDialect.EtlManager ? Gen.OneOf(array, structure) : Gen.OneOf(array, structure, map);
    }

    private static Gen<Typed> Nullable(ColumnType type) => type is SimpleType { Kind: SimpleKind.Null }
        ? Gen.Constant(Null(type))
        : Gen.Frequency((1, Gen.Constant(Null(type))), (4, Value(type)));

    private static Typed Null(ColumnType type) => new($"CAST(NULL AS {DuckDbTypes.Of(type)})", null);

    private static Gen<Typed> Value(ColumnType type) => type switch
    {
        SimpleType simple => Value(simple),
        DecimalType number => Digits(number.Precision).Select(unscaled => Simple(type, Scaled(unscaled, number.Scale))),
        FixedBinaryType binary => Bytes(binary.Length),
        TimestampType stamp => Timestamp(stamp.Unit, DuckDbTypes.Of(type)),
        TimeType time => Time(time),
        ArrayType array => Nullable(array.Element).ListOf().Select(list => list.Take(4).ToList()).Select(list => new Typed(
            $"CAST([{string.Join(", ", list.Select(value => value.Sql))}] AS {DuckDbTypes.Of(type)})", Array(list))),
        StructType structure => Gen.CollectToList(structure.Fields, field => Nullable(field.Type)).Select(list => new Typed(
            $"CAST({{{string.Join(", ", structure.Fields.Zip(list, (field, value) => $"{field.Name}: {value.Sql}"))}}} AS {DuckDbTypes.Of(type)})", Array(list))),
        MapType map => Map(map),
        _ => throw new InvalidOperationException($"'{type}' is new here."),
    };

    private static Gen<Typed> Map(MapType type) =>
        from keys in Value(type.Key).ListOf().Select(list => list.Take(4).DistinctBy(key => key.Read!.GetValue<string>()).OrderBy(key => key.Read!.GetValue<string>(), StringComparer.Ordinal).ToList())
        from values in Gen.CollectToList(keys, _ => Nullable(type.Value))
        select new Typed(
            $"CAST(MAP([{string.Join(", ", keys.Select(key => key.Sql))}], [{string.Join(", ", values.Select(value => value.Sql))}]) AS {DuckDbTypes.Of(type)})",
            new JsonArray([.. keys.Zip(values, (key, value) => Array([key, value]))]));

    private static JsonArray Array(IEnumerable<Typed> values) => new([.. values.Select(value => value.Read?.DeepClone())]);

    private static Gen<Typed> Value(SimpleType type) => type.Kind switch
    {
        SimpleKind.Character => Text.Select(text => new Typed(Sql.Literal(text), text)),
        SimpleKind.Int8 => Whole(type, sbyte.MinValue, sbyte.MaxValue),
        SimpleKind.Int16 => Whole(type, short.MinValue, short.MaxValue),
        SimpleKind.Int => Whole(type, int.MinValue, int.MaxValue),
        SimpleKind.Long => Whole(type, long.MinValue, long.MaxValue),
        SimpleKind.UInt8 => Whole(type, 0, byte.MaxValue),
        SimpleKind.UInt16 => Whole(type, 0, ushort.MaxValue),
        SimpleKind.UInt32 => Whole(type, 0, uint.MaxValue),
        SimpleKind.UInt64 => Whole(type, 0, ulong.MaxValue),
        SimpleKind.Half => Gen.Elements(0f, -0f, 1.5f, 65504f, -65504f, 5.9604645e-8f).Select(number => Float(type, number)),
        SimpleKind.Float => Gen.OneOf(
            Gen.Elements(0f, -0f, 0.1f, float.MaxValue, float.MinValue, float.Epsilon, float.NaN, float.PositiveInfinity, float.NegativeInfinity),
            Long.Select(bits => BitConverter.Int32BitsToSingle((int)bits))).Select(number => Float(type, number)),
        SimpleKind.Double => Gen.OneOf(
            Gen.Elements(0d, -0d, 0.1, double.MaxValue, double.MinValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity),
            Long.Select(BitConverter.Int64BitsToDouble)).Select(number => Double(type, number)),
        SimpleKind.Date => Gen.OneOf(Gen.Elements(0, 719_162, 3_652_058), Gen.Choose(0, 3_652_058)).Select(DateOnly.FromDayNumber).Select(day => new Typed(
            $"CAST('{day:yyyy-MM-dd}' AS DATE)", Count(day.DayNumber - DateOnly.FromDateTime(Epoch).DayNumber))),
        SimpleKind.DateTime => Timestamp(TimeUnit.Microsecond, "TIMESTAMP"),
        SimpleKind.Binary => Gen.Choose(0, 20).SelectMany(Bytes),
        SimpleKind.Boolean => Gen.Elements("true", "false").Select(value => Simple(type, value)),
        _ => throw new InvalidOperationException($"'{type}' is new here."),
    };

    private static Gen<long> Long =>
        from high in Gen.Choose(int.MinValue, int.MaxValue)
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        select ((long)high << 32) | (uint)low;

    private static Gen<BigInteger> Digits(int precision) => Gen.OneOf(
        Gen.Elements(BigInteger.Zero, BigInteger.Pow(10, precision) - 1, 1 - BigInteger.Pow(10, precision)),
        from a in Long
        from b in Long
        from c in Long
        select ((((BigInteger)a << 64) + b << 64) + c) % BigInteger.Pow(10, precision));

    private static Gen<string> Text => Gen.Frequency(
        (1, Gen.Elements("", "NULL", new string('x', 3000))),
        (4, Gen.Elements("a", "Z", "9", " ", "'", "\"", "\\", "\n", "\r", "\t", ";", "é", "e\u0301", "€", "\u2028", "𐍈", "🚀", "\u0001", "\uFFFD").ListOf().Select(string.Concat)));

    private static Gen<Typed> Whole(ColumnType type, BigInteger least, BigInteger most) => Gen.OneOf(
        Gen.Elements(least, most, BigInteger.Zero, BigInteger.One),
        Long.Select(number => least + ((BigInteger)(ulong)number % (most - least + 1)))).Select(number => Simple(type, number.ToString(CultureInfo.InvariantCulture)));

    private static Typed Simple(ColumnType type, string value) => new($"CAST('{value}' AS {DuckDbTypes.Of(type)})", value);

    // Adding 0 makes -0 to 0, which is equal to it.
    private static Typed Float(ColumnType type, float number) => new(
        $"CAST('{number.ToString("R", CultureInfo.InvariantCulture)}' AS {DuckDbTypes.Of(type)})",
        float.IsNaN(number) ? "NaN" : BitConverter.SingleToUInt32Bits(number + 0).ToString("x8", CultureInfo.InvariantCulture));

    private static Typed Double(ColumnType type, double number) => new(
        $"CAST('{number.ToString("R", CultureInfo.InvariantCulture)}' AS {DuckDbTypes.Of(type)})",
        double.IsNaN(number) ? "NaN" : BitConverter.DoubleToUInt64Bits(number + 0).ToString("x16", CultureInfo.InvariantCulture));

    private static Gen<Typed> Bytes(int length) => Gen.ArrayOf(Gen.Choose(0, 255), length)
        .Select(bytes => Convert.ToHexStringLower([.. bytes.Select(value => (byte)value)]))
        .Select(hex => new Typed($"from_hex('{hex}')", hex));

    private static Gen<Typed> Timestamp(TimeUnit unit, string type) =>
        Gen.OneOf(Gen.Elements(0L, 1L, -1L).Select(count => Epoch.AddTicks(count * TicksIn(unit))), Long.Select(number => Instant(unit, number)))
            .Select(instant => Timestamp(unit, type, new DateTime(instant.Ticks - (instant.Ticks % TicksIn(unit)))));

    // Nanoseconds since 1970 reach from 1678 to 2262 only.
    private static DateTime Instant(TimeUnit unit, long number)
    {
        var (first, last) = unit == TimeUnit.Nanosecond ? (new DateTime(1678, 1, 1), new DateTime(2262, 1, 1)) : (DateTime.MinValue, DateTime.MaxValue);
        return first.AddTicks((long)((ulong)number % (ulong)(last - first).Ticks));
    }

    private static Typed Timestamp(TimeUnit unit, string type, DateTime instant)
    {
        var ticks = (instant - Epoch).Ticks;
        return new Typed($"CAST('{instant:yyyy-MM-dd HH:mm:ss.FFFFFFF}' AS {type})", Count(unit == TimeUnit.Nanosecond ? ticks * 100 : ticks / TimeSpan.TicksPerMicrosecond));
    }

    private static Gen<Typed> Time(TimeType type) =>
        from ticks in Gen.OneOf(Gen.Elements(0L, TimeSpan.TicksPerDay - 1), Long.Select(number => (long)((ulong)number % TimeSpan.TicksPerDay)))
        let whole = new TimeOnly(ticks - (ticks % TicksIn(type.Unit)))
        select new Typed(
            $"CAST('{whole:HH:mm:ss.FFFFFFF}' AS {DuckDbTypes.Of(type)})",
            Count(type.Unit == TimeUnit.Nanosecond ? whole.Ticks * 100 : whole.Ticks / TimeSpan.TicksPerMicrosecond));

    // Ticks are tenths of a microsecond: nanoseconds are tried in hundreds.
    private static long TicksIn(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => TimeSpan.TicksPerSecond,
        TimeUnit.Millisecond => TimeSpan.TicksPerMillisecond,
        TimeUnit.Microsecond => TimeSpan.TicksPerMicrosecond,
        _ => 1,
    };

    private static string Scaled(BigInteger unscaled, int scale)
    {
        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return (unscaled.Sign < 0 ? "-" : "") + digits[..^scale] + (scale > 0 ? "." : "") + digits[^scale..];
    }

    private static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);
}
