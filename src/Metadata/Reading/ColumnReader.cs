using System.Text.Json;
using Slipstream.Metadata.Json;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads one object of a table's <c>columns</c>.</summary>
internal sealed class ColumnReader(FileProblems problems)
{
    private static readonly string[] Keys =
        ["name", "type", "description", "nullable", "pattern", "enum", "sensitivity", "redacted"];

    /// <summary>The column; null if its name or type cannot be read.</summary>
    public ColumnMetadata? Read(LocatedJson value)
    {
        if (JsonKeys.Of(value, problems, Keys) is not { } keys)
        {
            return null;
        }

        var name = Rules.Name(keys.RequiredText("name"), problems);
        var type = ReadType(keys.RequiredText("type"));
        var column = new ColumnMetadata
        {
            Name = name ?? string.Empty,
            Type = type ?? new SimpleType(SimpleKind.Character),
            Description = Rules.Comment(keys.OptionalText("description"), problems),
            IsNullable = keys.OptionalFlag("nullable", whenAbsent: true),
            Pattern = Rules.Pattern(keys.OptionalText("pattern"), problems),
            Enum = ReadEnum(keys.OptionalList("enum")),
            Sensitivity = Sensitivities.Read(keys.OptionalText("sensitivity"), problems),
            IsRedacted = keys.OptionalFlag("redacted", whenAbsent: false),
        };
        return name is null || type is null ? null : column;
    }

    private ColumnType? ReadType(LocatedJson? value)
    {
        try
        {
            return value is null ? null : ColumnTypeParser.Parse(value.Text);
        }
        catch (FormatException exception)
        {
            problems.Add(value!, exception.Message);
            return null;
        }
    }

    private List<string> ReadEnum(LocatedJson? list)
    {
        if (list is { Items: [] })
        {
            problems.Add(list, "The list of allowed values is empty, so that no value would pass. Add values or remove the key.");
        }

        var values = new List<string>();
        foreach (var item in list?.Items ?? [])
        {
            if (item.Kind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null)
            {
                problems.Add(item, "An allowed value is a text, a number, true or false. Use 'nullable' to allow nulls.");
            }
            else if (values.Contains(item.Text))
            {
                problems.Add(item, $"{Excerpt.Of(item.Text)} stands in the list a second time. Remove it.");
            }

            values.Add(item.Text);
        }

        return values;
    }
}
