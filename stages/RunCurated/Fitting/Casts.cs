using System.Globalization;
using Slipstream.DuckDb;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>Casts of all types: lists, structs and maps are cast part by part, so that what is lost inside them is seen.</summary>
/// <param name="format">How the column writes its dates; null for the ISO forms.</param>
/// <param name="fields">Decides on fields that only one side has.</param>
internal sealed class Casts(DateTimeFormat? format, FieldFit fields)
{
    private int _names;

    public Cast Of(SourceType source, ColumnType target, string path) => (source, target) switch
    {
        (SourceList list, ArrayType array) => OfList(list, array, path),
        (SourceStruct structure, StructType type) => OfStruct(structure, type, path),
        (SourceMap map, MapType type) => OfMap(map, type, path),
        _ => SimpleCasts.Of(source, target, format),
    };

    private Cast OfList(SourceList source, ArrayType target, string path)
    {
        var element = Of(source.Element, target.Element, path);
        var name = NewName();

        // A list's functions do not take arrays.
        var isList = source.Sql.EndsWith("[]", StringComparison.Ordinal);
        string List(string x) => isList ? x : $"CAST({x} AS {source.Element.Sql}[])";
        return isList && element == Cast.None ? Cast.None : new Cast(
            x => element == Cast.None ? List(x) : $"list_transform({List(x)}, lambda {name}: {element.Value(name)})",
            Any(List, name, element));
    }

    private Cast OfStruct(SourceStruct source, StructType target, string path)
    {
        var parts = fields.Match(source.Fields, target, path)
            .Select(field => (field.Name, Cast: field.Source is { } type ? Of(type, field.Type, $"{path}.{field.Name}") : Missing(field.Type)))
            .ToList();
        string Field(string x, string name) => $"struct_extract({x}, {Sql.Literal(name)})";
        var losses = parts.Where(part => part.Cast.Loss is not null).ToList();
        var isSame = parts.All(part => part.Cast == Cast.None) && source.Fields.Select(field => field.Name).SequenceEqual(parts.Select(part => part.Name));
        return isSame ? Cast.None : new Cast(
            x => $"CASE WHEN {x} IS NOT NULL THEN struct_pack({string.Join(", ", parts.Select(part => $"{Sql.Identifier(part.Name)} := {part.Cast.Value(Field(x, part.Name))}"))}) END",
            losses.Count == 0 ? null : (x, _) => $"({string.Join(" OR ", losses.Select(part => Lost(part.Cast, Field(x, part.Name))))})");
    }

    private Cast OfMap(SourceMap source, MapType target, string path)
    {
        var (key, value) = (Of(source.Key, target.Key, path), Of(source.Value, target.Value, path));
        if (key == Cast.None && value == Cast.None)
        {
            return Cast.None;
        }

        // Two keys that become one leave no map: TRY gives NULL then.
        var name = NewName();
        var entry = $"struct_pack(\"key\" := {key.Value($"{name}.key")}, \"value\" := {value.Value($"{name}.value")})";
        var inside = new[] { (Cast: key, Part: $"{name}.key"), (Cast: value, Part: $"{name}.value") }
            .Where(part => part.Cast.Loss is not null)
            .Select(part => Lost(part.Cast, part.Part))
            .Select(lost => (Func<string, string>)(x => $" OR len(list_filter(map_entries({x}), lambda {name}: {lost})) > 0"))
            .ToList();
        return new Cast(
            x => $"TRY(map_from_entries(list_transform(map_entries({x}), lambda {name}: {entry})))",
            (x, made) => $"(({x} IS NOT NULL AND {made} IS NULL){string.Concat(inside.Select(part => part(x)))})");
    }

    private static Cast Missing(ColumnType type) => new(_ => $"CAST(NULL AS {DuckDbTypes.Of(type)})", null);

    private static Func<string, string, string>? Any(Func<string, string> list, string name, Cast element) => element.Loss is null
        ? null
        : (x, _) => $"len(list_filter({list(x)}, lambda {name}: {Lost(element, name)})) > 0";

    private static string Lost(Cast cast, string source) => cast.Loss!(source, cast.Value(source));

    // Lambdas lie within each other, and each needs a name of its own.
    private string NewName() => string.Create(CultureInfo.InvariantCulture, $"part{_names++}");
}
