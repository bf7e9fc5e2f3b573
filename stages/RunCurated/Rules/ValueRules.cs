using System.Globalization;
using System.Text;
using Slipstream.DuckDb;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.RunCurated.Rules;

/// <summary>The rules that SQL can hold each value to, one by one: all but patterns, which are .NET's, and keys.</summary>
internal static class ValueRules
{
    public static IReadOnlyList<ValueRule> Of(TableMetadata table) => [.. table.Columns.SelectMany(Of)];

    private static IEnumerable<ValueRule> Of(ColumnMetadata column)
    {
        var name = Sql.Identifier(column.Name);
        if (column.Minimum is { } least)
        {
            yield return new ValueRule(column, $"{(least.IsExclusive ? "more than" : "at least")} {least.Text}", $"{name} {(least.IsExclusive ? "<=" : "<")} {Typed(column, least.Text)}");
        }

        if (column.Maximum is { } greatest)
        {
            yield return new ValueRule(column, $"{(greatest.IsExclusive ? "less than" : "at most")} {greatest.Text}", $"{name} {(greatest.IsExclusive ? ">=" : ">")} {Typed(column, greatest.Text)}");
        }

        if (column.MinimumLength is { } shortest)
        {
            yield return Length(column, "at least", shortest, "<");
        }

        if (column.MaximumLength is { } longest)
        {
            yield return Length(column, "at most", longest, ">");
        }

        if (column.Enum.Count > 0)
        {
            yield return new ValueRule(
                column, $"one of {string.Join(", ", column.Enum)}", $"{TextOfBinary(column)} NOT IN ({string.Join(", ", column.Enum.Select(text => Typed(column, text)))})");
        }
    }

    private static ValueRule Length(ColumnMetadata column, string words, int length, string comparison)
    {
        var (function, unit) = IsBinary(column.Type) ? ("octet_length", "bytes") : ("length", "characters");
        return new ValueRule(
            column,
            string.Create(CultureInfo.InvariantCulture, $"{words} {length} {unit}"),
            string.Create(CultureInfo.InvariantCulture, $"{function}({Sql.Identifier(column.Name)}) {comparison} {length}"));
    }

    // Allowed bytes are written in base64.
    private static string TextOfBinary(ColumnMetadata column) =>
        IsBinary(column.Type) ? $"to_base64({Sql.Identifier(column.Name)})" : Sql.Identifier(column.Name);

    private static string Typed(ColumnMetadata column, string text) => IsBinary(column.Type)
        ? Sql.Literal(text)
        : $"CAST({Sql.Literal(column.DateTimeFormat is { } format ? Iso(column.Type, text, DateTimeFormat.Parse(format)) : text)} AS {DuckDbTypes.Of(column.Type)})";

    /// <summary>Whether values are bytes, which rules write in base64.</summary>
    internal static bool IsBinary(ColumnType type) => type is FixedBinaryType or SimpleType { Kind: SimpleKind.Binary };

    private static string Iso(ColumnType type, string text, DateTimeFormat format)
    {
        if (!format.TryParse(Encoding.UTF8.GetBytes(text), out var ticks))
        {
            throw new InvalidOperationException($"'{text}' was read as a value of '{format}', and cannot be read again.");
        }

        var time = new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks));
        return time.ToString(type is TimeType ? "HH:mm:ss.ffffff" : type is SimpleType { Kind: SimpleKind.Date } ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
    }
}
