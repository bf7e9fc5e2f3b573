using Slipstream.Metadata.Json;
using Slipstream.Metadata.Reading.Constraints;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads one object of a table's <c>columns</c>.</summary>
internal sealed class ColumnReader(FileProblems problems, ProfileTolerance tolerance)
{
    private static readonly string[] Keys =
        ["name", "type", "description", "nullable", "sensitivity", "redacted", .. ConstraintReader.Keys, "drift"];

    /// <summary>The column; null if its name or type cannot be read.</summary>
    public ColumnMetadata? Read(LocatedJson value)
    {
        if (JsonKeys.Of(value, problems, Keys) is not { } keys)
        {
            return null;
        }

        var name = Rules.Name(keys.RequiredText("name"), problems);
        var typeText = keys.RequiredText("type");
        var type = ReadType(typeText);
        var column = new ColumnMetadata
        {
            Name = name ?? string.Empty,
            Type = type ?? new SimpleType(SimpleKind.Character),
            Description = Rules.Comment(keys.OptionalText("description"), problems),
            IsNullable = keys.OptionalFlag("nullable", whenAbsent: true),
            Sensitivity = Sensitivities.Read(keys.OptionalText("sensitivity"), problems),
            IsRedacted = keys.OptionalFlag("redacted", whenAbsent: false),
            Drift = new DriftReader(problems).Column(keys.OptionalObject("drift"), tolerance),
        };
        column = new ConstraintReader(problems, type, typeText?.Text ?? string.Empty, PatternScope.Whole).Read(keys, column);
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
}
