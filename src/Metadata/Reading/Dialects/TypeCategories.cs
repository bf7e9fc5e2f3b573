using Slipstream.Metadata.Json;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>mojap-metadata's key <c>type_category</c>: alone, or beside <c>type</c>.</summary>
internal static class TypeCategories
{
    // What a column is that says no more than its category; null where no type is a sensible guess.
    private static readonly Dictionary<string, ColumnType?> Defaults = new()
    {
        ["null"] = new SimpleType(SimpleKind.Null),
        ["integer"] = new SimpleType(SimpleKind.Long),
        ["float"] = new SimpleType(SimpleKind.Double),
        ["string"] = new SimpleType(SimpleKind.Character),
        ["timestamp"] = new TimestampType(TimeUnit.Second),
        ["binary"] = new SimpleType(SimpleKind.Binary),
        ["boolean"] = new SimpleType(SimpleKind.Boolean),
        ["list"] = null,
        ["struct"] = null,
    };

    /// <summary>The type of a column that has only a category; null, and a problem, if there is none.</summary>
    public static ColumnType? Default(LocatedJson? category, FileProblems problems)
    {
        if (category is null || !IsKnown(category, problems))
        {
            return null;
        }

        var type = Defaults[category.Text];
        if (type is null)
        {
            problems.Add(category, $"The category '{category.Text}' does not say of what. Add a 'type' such as '{(category.Text == "list" ? "list<string>" : "struct<name:string>")}'.");
        }

        return type;
    }

    /// <summary>Reports a category that is not that of the type.</summary>
    public static void RequireAgreement(ColumnType? type, string words, LocatedJson? category, FileProblems problems)
    {
        if (category is null || type is null || !IsKnown(category, problems) || category.Text == MojapTypes.Category(type))
        {
            return;
        }

        problems.Add(category, $"The category '{category.Text}' is not that of the type {Excerpt.Of(words)}. Use '{MojapTypes.Category(type)}', or correct the type.");
    }

    private static bool IsKnown(LocatedJson category, FileProblems problems)
    {
        if (Defaults.ContainsKey(category.Text))
        {
            return true;
        }

        var near = Nearest.To(category.Text, Defaults.Keys);
        problems.Add(category, $"{Excerpt.Of(category.Text)} is no category of types. Use {(near is null ? "one of " + string.Join(", ", Defaults.Keys) : $"'{near}'")}.");
        return false;
    }
}
