using System.Text.Json;
using Slipstream.Metadata.Json;
using Slipstream.Metadata.Types;
using Slipstream.Metadata.Values;

namespace Slipstream.Metadata.Reading.Constraints;

/// <summary>Reads what a file gives as a value of a column: a limit, or one of the values allowed.</summary>
/// <param name="type">The column's type.</param>
/// <param name="format">How its dates are written; null for the ISO forms.</param>
internal sealed class ValueReader(ColumnType type, DateTimeFormat? format)
{
    /// <summary>Whether values have an order, so that there may be a least and a greatest.</summary>
    public bool IsOrdered => NumberForms.IsNumber(type) || TimeForms.IsTime(type);

    /// <summary>Whether there is nothing between one number and the next.</summary>
    public bool IsWhole => WholeRanges.Of(type) is not null;

    /// <summary>Whether a value is a single one: no list, struct or map, and not always null.</summary>
    public bool IsSingle => type is not (ArrayType or StructType or MapType or SimpleType { Kind: SimpleKind.Null });

    /// <summary>Whether the value is one of the column's type; with the place in its order where it has one.</summary>
    public bool TryRead(LocatedJson value, out ExactNumber? place)
    {
        place = null;
        if (NumberForms.IsNumber(type))
        {
            var fits = value.Kind == JsonValueKind.Number && NumberForms.Fits(value.Text, type) && ExactNumber.TryParse(value.Text, out _);
            place = fits && ExactNumber.TryParse(value.Text, out var number) ? number : null;
            return fits;
        }

        if (TimeForms.IsTime(type))
        {
            place = value.Kind == JsonValueKind.String && TimeForms.Read(value.Text, type, format) is { } nanoseconds ? new ExactNumber(nanoseconds, 0) : null;
            return place is not null;
        }

        return type is SimpleType { Kind: SimpleKind.Boolean }
            ? value.Kind is JsonValueKind.True or JsonValueKind.False
            : value.Kind == JsonValueKind.String;
    }

    /// <summary>What a value looks like, for messages.</summary>
    public string Expected => NumberForms.IsNumber(type) ? NumberForms.Expected(type)
        : TimeForms.IsTime(type) ? TimeForms.Expected(type, format)
        : type is SimpleType { Kind: SimpleKind.Boolean } ? "true or false, without quotes"
        : "a text in quotes";
}
