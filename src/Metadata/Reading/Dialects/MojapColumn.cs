using Slipstream.Metadata.Json;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>A column in mojap-metadata's dialect.</summary>
/// <param name="isHidden">Whether the table says that it is sensitive and no column does.</param>
/// <param name="context">What the file is read in.</param>
/// <param name="tolerance">The table's.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class MojapColumn(bool isHidden, TableContext context, ProfileTolerance tolerance, FileProblems problems)
    : ColumnReader(context, tolerance, problems)
{
    private const string Sensitive = "sensitive";

    private static readonly string[] Keys =
        [.. CommonKeys, "type_category", Sensitive, "alias", "foreign_key", "num_errors", "bool_errors"];

    // data_linter matches with Python's re.match.
    protected override PatternScope Scope => PatternScope.Start;

    public override string Words(ColumnType type) => MojapTypes.Of(type);

    protected override JsonKeys? KeysOf(LocatedJson value) => JsonKeys.Open(value, Problems, Keys);

    protected override ColumnType? ReadType(JsonKeys keys, out LocatedJson? place, out string words)
    {
        var category = keys.OptionalText("type_category");
        place = keys.OptionalText("type") ?? category;
        if (place is null)
        {
            place = keys.RequiredText("type");
        }

        var type = place == category ? TypeCategories.Default(category, Problems) : Parse(place, MojapTypeParser.Parse);
        words = place == category && type is not null ? MojapTypes.Of(type) : place?.Text ?? string.Empty;
        TypeCategories.RequireAgreement(type, words, category, Problems);
        return type;
    }

    protected override ColumnMetadata ReadOwn(JsonKeys keys, ColumnMetadata column)
    {
        keys.OptionalText("alias");
        keys.OptionalText("num_errors");
        keys.OptionalText("bool_errors");
        foreach (var reference in keys.OptionalList("foreign_key")?.Items ?? [])
        {
            if (JsonKeys.Open(reference, Problems, ["table", "columns"]) is { } parts)
            {
                parts.RequiredText("table");
                JsonKeys.Texts(parts.RequiredList("columns"), Problems);
            }
        }

        return column with { Sensitivity = keys.OptionalFlag(Sensitive, whenAbsent: isHidden) ? Sensitive : null };
    }
}
