using System.Globalization;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>Casts between types without parts. What counts as lost is a table in this stage's README.</summary>
internal static class SimpleCasts
{
    // Within a family a value is cast there and back, and compared with what it was. Between families there is no way but
    // that of the text, which the SQL can take itself: DuckDB would cast 1 to '1970-01-01 00:00:01' in one place and not in another.
    private static readonly HashSet<string>[] Families =
    [
        new(StringComparer.Ordinal)
        {
            "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
            "FLOAT", "DOUBLE", "DECIMAL",
        },
        new(StringComparer.Ordinal) { "DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE" },
        new(StringComparer.Ordinal) { "TIME", "TIME_NS", "TIME WITH TIME ZONE" },
        new(StringComparer.Ordinal) { "BLOB" },
    ];

    public static Cast Of(SourceType source, ColumnType target, DateTimeFormat? format)
    {
        var (isText, isNested) = (source.Word is "VARCHAR" or "ENUM", source.Word.Length == 0);
        return target switch
        {
            ArrayType or StructType or MapType or SimpleType { Kind: SimpleKind.Null } => NoWay(target),
            SimpleType { Kind: SimpleKind.Character } when source.Sql == "VARCHAR" => Cast.None,
            SimpleType { Kind: SimpleKind.Character } when !isNested => new Cast(x => $"CAST({x} AS VARCHAR)", null),
            _ when isText => TextCasts.Of(target, format),
            _ when source.Sql == DuckDbTypes.Of(target) => Same(target),
            _ when IsFamily(source, target) => ThereAndBack(source, target),
            _ => NoWay(target),
        };
    }

    /// <summary>The value, or NULL where the type is narrower than DuckDB's of the same name.</summary>
    public static string WithinRoom(ColumnType type, string value) =>
        Room(type, value) is { } room ? $"CASE WHEN {room} THEN {value} END" : value;

    private static bool IsFamily(SourceType source, ColumnType target) => Families.Any(family =>
        family.Contains(source.Word) && family.Contains(DuckDbTypes.Of(target).Split('(', 2)[0]));

    private static Cast Same(ColumnType target) => Room(target, string.Empty) is null
        ? Cast.None
        : new Cast(x => WithinRoom(target, x), (x, value) => $"{x} IS NOT NULL AND {value} IS NULL");

    private static Cast ThereAndBack(SourceType source, ColumnType target) => new(
        x => WithinRoom(target, Try(x, DuckDbTypes.Of(target))),
        (x, value) => $"{Try(value, source.Sql)} IS DISTINCT FROM {x}");

    // Only a null can be of the type.
    private static Cast NoWay(ColumnType target) => new(_ => $"CAST(NULL AS {DuckDbTypes.Of(target)})", (x, _) => $"{x} IS NOT NULL");

    // TRY_CAST alone throws where a time has no place among the nanoseconds.
    private static string Try(string value, string type) =>
        type.StartsWith("TIME", StringComparison.Ordinal) ? $"TRY(CAST({value} AS {type}))" : $"TRY_CAST({value} AS {type})";

    private static string? Room(ColumnType type, string value) => type switch
    {
        SimpleType { Kind: SimpleKind.Half } => $"abs({value}) < 65520",
        FixedBinaryType binary => $"octet_length({value}) = {Number(binary.Length)}",
        TimeType { Unit: TimeUnit.Second } => $"date_part('microseconds', {value}) % 1000000 = 0",
        TimeType { Unit: TimeUnit.Millisecond } => $"date_part('microseconds', {value}) % 1000 = 0",
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
