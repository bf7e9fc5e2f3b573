using System.Globalization;
using Slipstream.DuckDb;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>
/// Casts of texts: those that TestExtract takes for values of the type, in the forms of docs/metadata.md. DuckDB's own cast
/// takes more and changes it: '1.5' becomes the whole number 2, and '2019-03-07 12:00:00+02' loses its zone.
/// </summary>
internal static class TextCasts
{
    private const string Whole = "-?(0|[1-9][0-9]*)";
    private const string Number = Whole + "([.][0-9]+)?([eE][-+]?[0-9]+)?";
    private const string Date = "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-[0-9]{2}-[0-9]{2}";
    private const string Clock = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";
    private const string Base64 = "([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";

    public static Cast Of(ColumnType target, DateTimeFormat? format) => target switch
    {
        DecimalType number => Where(Exact(number), x => Try(x, target)),
        TimestampType stamp when format is null => Where($"{Date}[ T]{Clock}{Fraction(stamp.Unit)}", x => Try(x, target)),
        TimeType time when format is null => Where($"{Clock}{Fraction(time.Unit)}", x => Try(x, target)),
        FixedBinaryType => Where(Base64, x => SimpleCasts.WithinRoom(target, $"from_base64({x})")),
        SimpleType { Kind: SimpleKind.Binary } => Where(Base64, x => $"from_base64({x})"),
        SimpleType { Kind: SimpleKind.Boolean } => Where("(?i)true|false", x => Try(x, target)),
        SimpleType { Kind: SimpleKind.Half or SimpleKind.Float or SimpleKind.Double } => Where(Number, x => SimpleCasts.WithinRoom(target, Finite(x, target))),
        SimpleType { Kind: SimpleKind.Date } when format is null => Where(Date, x => Try(x, target)),
        SimpleType { Kind: SimpleKind.DateTime } when format is null => Where($"{Date}[ T]{Clock}{Fraction(TimeUnit.Microsecond)}", x => Try(x, target)),
        SimpleType or TimestampType or TimeType when format is not null => Formatted(target, format),
        _ => Where(Whole, x => Try(x, target)),
    };

    private static Cast Where(string form, Func<string, string> value) => new(
        x => $"CASE WHEN regexp_full_match(CAST({x} AS VARCHAR), {Sql.Literal(form)}) THEN {value($"CAST({x} AS VARCHAR)")} END", IsNull);

    private static Cast Formatted(ColumnType target, DateTimeFormat format)
    {
        // The engine passes over spaces around a time.
        string Bare(string x) => $"CASE WHEN trim(CAST({x} AS VARCHAR)) = CAST({x} AS VARCHAR) THEN CAST({x} AS VARCHAR) END";
        string Read(string x) => $"try_strptime({Bare(x)}, {Sql.Literals(format.ToDuckDb() ?? [])})";
        return target is TimeType
            ? new Cast(x => SimpleCasts.WithinRoom(target, Try(Read(x), target)), IsNull)
            : new Cast(x => Try(Read(x), target), (x, value) => $"({IsNull(x, value)} OR CAST({value} AS TIMESTAMP) IS DISTINCT FROM {Read(x)})");
    }

    private static string IsNull(string x, string value) => $"{x} IS NOT NULL AND {value} IS NULL";

    private static string Try(string x, ColumnType target) => $"TRY(CAST({x} AS {DuckDbTypes.Of(target)}))";

    private static string Finite(string x, ColumnType target)
    {
        var type = DuckDbTypes.Of(target);
        return $"nullif(nullif(TRY_CAST({x} AS {type}), CAST('inf' AS {type})), CAST('-inf' AS {type}))";
    }

    // Zeros at the end do not count: '1.50' is a decimal(2,1).
    private static string Exact(DecimalType type)
    {
        var left = type.Precision - type.Scale;
        var whole = left == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"(0|[1-9][0-9]{{0,{left - 1}}})");
        var fraction = type.Scale == 0 ? "0+" : string.Create(CultureInfo.InvariantCulture, $"[0-9]{{1,{type.Scale}}}0*");
        return $"-?{whole}([.]{fraction})?";
    }

    private static string Fraction(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => string.Empty,
        TimeUnit.Millisecond => "([.][0-9]{1,3})?",
        TimeUnit.Microsecond => "([.][0-9]{1,6})?",
        TimeUnit.Nanosecond => "([.][0-9]{1,9})?",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit."),
    };
}
