using System.Text.Json;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading.Constraints;

/// <summary>Reads <c>minimum</c>, <c>maximum</c> and their exclusive twins.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="values">Reads values of the column.</param>
/// <param name="type">The column's type as its file writes it.</param>
internal sealed class LimitReader(FileProblems problems, ValueReader values, string type)
{
    public PlacedLimit? Minimum { get; private set; }

    public PlacedLimit? Maximum { get; private set; }

    public LimitReader Read(JsonKeys keys)
    {
        Minimum = ReadOne(keys, "minimum", "exclusiveMinimum");
        Maximum = ReadOne(keys, "maximum", "exclusiveMaximum");
        if (Minimum is { } least && Maximum is { } greatest && IsEmpty(least, greatest))
        {
            problems.Add(greatest.Value, $"No value lies between the least, {Words(least)}, and the greatest, {Words(greatest)}. Correct one of them.");
        }

        return this;
    }

    /// <summary>Whether a value lies within the limits.</summary>
    public bool Holds(LocatedJson value) => !values.TryRead(value, out var place) || place is not { } number || (
        (Minimum is not { } least || (least.Limit.IsExclusive ? number > least.Place : number >= least.Place))
        && (Maximum is not { } greatest || (greatest.Limit.IsExclusive ? number < greatest.Place : number <= greatest.Place)));

    private PlacedLimit? ReadOne(JsonKeys keys, string key, string exclusiveKey)
    {
        var inclusive = keys.OptionalAny(key);
        var exclusive = keys.OptionalAny(exclusiveKey);
        if (inclusive is not null && exclusive is not null)
        {
            problems.Add(exclusive, $"The column has both '{key}' and '{exclusiveKey}'. Keep one of them.");
        }

        var found = exclusive ?? inclusive;
        return found is null || !RequireOrder(found) ? null : Place(found, key, exclusive is not null);
    }

    private bool RequireOrder(LocatedJson value)
    {
        if (!values.IsOrdered)
        {
            problems.Add(value, $"Values of the type {Excerpt.Of(type)} have no least and no greatest. Remove the key; for texts there are 'minLength' and 'maxLength'.");
        }

        return values.IsOrdered;
    }

    private PlacedLimit? Place(LocatedJson value, string key, bool isExclusive)
    {
        if (values.TryRead(value, out var place) && place is { } number)
        {
            return new PlacedLimit(new Limit(value.Text, isExclusive), number, value);
        }

        problems.Add(value, isExclusive && value.Kind is JsonValueKind.True or JsonValueKind.False
            ? $"The key holds the limit itself and is no flag. Write {values.Expected}, in place of '{key}'."
            : $"{JsonKeys.Shown(value)} is no value of the type {Excerpt.Of(type)}. Write {values.Expected}.");
        return null;
    }

    private bool IsEmpty(PlacedLimit least, PlacedLimit greatest)
    {
        var lower = values.IsWhole && least.Limit.IsExclusive ? least.Place + 1 : least.Place;
        var upper = values.IsWhole && greatest.Limit.IsExclusive ? greatest.Place + -1 : greatest.Place;
        return lower > upper || (lower >= upper && !values.IsWhole && (least.Limit.IsExclusive || greatest.Limit.IsExclusive));
    }

    private static string Words(PlacedLimit limit) => $"{Excerpt.Of(limit.Limit.Text)}{(limit.Limit.IsExclusive ? " (excluded)" : "")}";
}
