using System.Globalization;
using System.Text.Json;
using Slipstream.Metadata.Json;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading.Constraints;

/// <summary>Reads <c>minLength</c> and <c>maxLength</c>.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="type">The column's type.</param>
/// <param name="typeText">The type as its file writes it.</param>
internal sealed class LengthReader(FileProblems problems, ColumnType type, string typeText)
{
    public int? Minimum { get; private set; }

    public int? Maximum { get; private set; }

    public LengthReader Read(JsonKeys keys)
    {
        Minimum = ReadOne(keys, "minLength");
        Maximum = ReadOne(keys, "maxLength");
        if (Minimum > Maximum)
        {
            problems.Add(keys.OptionalAny("maxLength")!, string.Create(
                CultureInfo.InvariantCulture, $"The greatest length, {Maximum}, is less than the least, {Minimum}. Correct one of them."));
        }

        return this;
    }

    /// <summary>Whether a text is of an allowed length; that of bytes is not known from their text.</summary>
    public bool Holds(string text)
    {
        var length = type is SimpleType { Kind: SimpleKind.Character } ? text.EnumerateRunes().Count() : (int?)null;
        return !(length < Minimum) && !(length > Maximum);
    }

    private int? ReadOne(JsonKeys keys, string key)
    {
        if (keys.Optional(key, JsonValueKind.Number) is not { } value || !RequireLength(value))
        {
            return null;
        }

        if (int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return length;
        }

        problems.Add(value, $"{Excerpt.Of(value.Text)} is no length. Write a whole number from 0 to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}, digits only.");
        return null;
    }

    private bool RequireLength(LocatedJson value)
    {
        var hasLength = type is SimpleType { Kind: SimpleKind.Character or SimpleKind.Binary };
        if (!hasLength)
        {
            problems.Add(value, type is FixedBinaryType
                ? $"The type {Excerpt.Of(typeText)} says the length itself. Remove the key."
                : $"Values of the type {Excerpt.Of(typeText)} have no length. Remove the key; for numbers there are 'minimum' and 'maximum'.");
        }

        return hasLength;
    }
}
