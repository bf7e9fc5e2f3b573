using Slipstream.Metadata.Json;
using Slipstream.Metadata.Reading.Constraints;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>Reads one object of a table's <c>columns</c>: what both dialects have in common.</summary>
internal abstract class ColumnReader(TableContext context, ProfileTolerance tolerance, FileProblems problems)
{
    /// <summary>The keys that the dialect does not have a word for, or has another one.</summary>
    protected static IReadOnlyList<string> CommonKeys { get; } = ["name", "type", "description", "nullable", .. ConstraintReader.Keys, "drift"];

    protected FileProblems Problems => problems;

    protected abstract PatternScope Scope { get; }

    /// <summary>The column; null if its name or type cannot be read.</summary>
    public ColumnMetadata? Read(LocatedJson value)
    {
        if (KeysOf(value) is not { } keys)
        {
            return null;
        }

        var name = Rules.Name(keys.RequiredText("name"), problems);
        var type = ReadType(keys, out var place, out var words);
        var column = ReadOwn(keys, new ColumnMetadata
        {
            Name = name ?? string.Empty,
            Type = type ?? new SimpleType(SimpleKind.Character),
            Description = Rules.Comment(keys.OptionalText("description"), problems),
            IsNullable = keys.OptionalFlag("nullable", whenAbsent: true),
            Drift = new DriftReader(problems).Column(keys.OptionalObject("drift"), tolerance),
        });
        column = new ConstraintReader(problems, type, words, Scope).Read(keys, column);
        RequireGlueType(type, words, place);
        return name is null || type is null ? null : column;
    }

    /// <summary>A type in the dialect's words.</summary>
    public abstract string Words(ColumnType type);

    protected abstract JsonKeys? KeysOf(LocatedJson value);

    /// <summary>The type, where it stands, and as the file writes it.</summary>
    protected abstract ColumnType? ReadType(JsonKeys keys, out LocatedJson? place, out string words);

    /// <summary>What the dialect alone has.</summary>
    protected abstract ColumnMetadata ReadOwn(JsonKeys keys, ColumnMetadata column);

    protected ColumnType? Parse(LocatedJson? value, Func<string, ColumnType> parse)
    {
        try
        {
            return value is null ? null : parse(value.Text);
        }
        catch (FormatException exception)
        {
            problems.Add(value!, exception.Message);
            return null;
        }
    }

    private void RequireGlueType(ColumnType? type, string words, LocatedJson? place)
    {
        if (context.IsCurated && type is not null && place is not null && GlueTypes.TryOf(type) is null)
        {
            problems.Add(place, $"Glue, which shows the curated tables, has no type for {Excerpt.Of(words)}. {GlueAdvice.For(type)}");
        }
    }
}
