using Slipstream.Metadata.Json;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading.Constraints;

/// <summary>Reads what a column's file says of its values beyond their type.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="type">The column's type; null if it could not be read, so that only the form of the keys is looked at.</param>
/// <param name="typeText">The type as its file writes it.</param>
/// <param name="scope">How much of a value a pattern must match in this dialect.</param>
internal sealed class ConstraintReader(FileProblems problems, ColumnType? type, string typeText, PatternScope scope)
{
    public static IReadOnlyList<string> Keys { get; } =
    [
        "pattern", "enum", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "unique", "datetime_format",
    ];

    public ColumnMetadata Read(JsonKeys keys, ColumnMetadata column)
    {
        var format = ReadFormat(keys.OptionalText("datetime_format"));
        var values = type is null ? null : new ValueReader(type, format);
        var limits = values is null ? null : new LimitReader(problems, values, typeText).Read(keys);
        var lengths = type is null ? null : new LengthReader(problems, type, typeText).Read(keys);
        var pattern = ReadPattern(keys.OptionalText("pattern"), values);
        var list = new EnumReader(problems, values, typeText) { Limits = limits, Lengths = lengths, Pattern = pattern, Scope = scope };
        return column with
        {
            DateTimeFormat = format?.Text,
            Minimum = limits?.Minimum?.Limit,
            Maximum = limits?.Maximum?.Limit,
            MinimumLength = lengths?.Minimum,
            MaximumLength = lengths?.Maximum,
            Pattern = pattern,
            PatternScope = scope,
            Enum = list.Read(keys.OptionalList("enum")),
            IsUnique = ReadUnique(keys, values),
        };
    }

    private DateTimeFormat? ReadFormat(LocatedJson? value)
    {
        try
        {
            var format = value is null ? null : DateTimeFormat.Parse(value.Text);
            if (format is not null && type is not null && DateTimeFormats.Fault(format, type, typeText) is { } fault)
            {
                problems.Add(value!, fault);
                return null;
            }

            return format;
        }
        catch (FormatException exception)
        {
            problems.Add(value!, exception.Message);
            return null;
        }
    }

    private string? ReadPattern(LocatedJson? value, ValueReader? values)
    {
        if (value is null || values is not { IsSingle: false })
        {
            return Rules.Pattern(value, problems);
        }

        problems.Add(value, $"Values of the type {Excerpt.Of(typeText)} match no pattern. Remove the key.");
        return null;
    }

    private bool ReadUnique(JsonKeys keys, ValueReader? values)
    {
        var isUnique = keys.OptionalFlag("unique", whenAbsent: false);
        if (isUnique && values is { IsSingle: false })
        {
            problems.Add(keys.OptionalAny("unique")!, $"Values of the type {Excerpt.Of(typeText)} are not compared. Remove the key.");
        }

        return isUnique;
    }
}
