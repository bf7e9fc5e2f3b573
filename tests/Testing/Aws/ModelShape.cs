using System.Text.Json;
using System.Text.RegularExpressions;

namespace Slipstream.Testing.Aws;

/// <summary>One shape of a service model, and what of a JSON value breaks it.</summary>
public sealed class ModelShape
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    private readonly ServiceModel _model;
    private readonly JsonElement _shape;
    private readonly Lazy<IReadOnlyDictionary<string, ModelShape>> _members;
    private readonly Lazy<Regex?> _pattern;

    internal ModelShape(ServiceModel model, string name, JsonElement shape)
    {
        (_model, Name, _shape) = (model, name, shape);
        Type = shape.GetProperty("type").GetString()!;
        Required = shape.TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(member => member.GetString()!)] : [];
        _members = new(ReadMembers);
        _pattern = new(() => shape.TryGetProperty("pattern", out var pattern) ? Pattern(pattern.GetString()!) : null);
    }

    public string Name { get; }

    public string Type { get; }

    public IReadOnlyList<string> Required { get; }

    public IReadOnlyDictionary<string, ModelShape> Members => _members.Value;

    /// <summary>The shape of a list's or a map's values.</summary>
    public ModelShape Element => ShapeOf(_shape.GetProperty(Type == "map" ? "value" : "member"));

    /// <summary>What breaks the model, each with its path; none if the value is right.</summary>
    public IEnumerable<string> Breaches(JsonElement value, string path) => Type switch
    {
        "structure" => Structure(value, path),
        "list" => List(value, path),
        "map" => Map(value, path),
        "string" => Text(value, path),
        "boolean" => Kind(value, path, JsonValueKind.True, JsonValueKind.False),
        "integer" or "long" => Number(value, path, isWhole: true),
        "double" or "float" or "timestamp" => Number(value, path, isWhole: false),
        _ => throw new InvalidOperationException($"The model's type '{Type}' of '{Name}' is not known here."),
    };

    private IEnumerable<string> Structure(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [$"{path} is {value.ValueKind}, not an object"];
        }

        var given = value.EnumerateObject().ToList();
        var missing = Required.Where(member => given.TrueForAll(one => one.Name != member)).Select(member => $"{path}.{member} is required");
        var unknown = given.Where(one => !Members.ContainsKey(one.Name)).Select(one => $"{path}.{one.Name} is not in {Name}");
        return [.. missing, .. unknown, .. given.Where(one => Members.ContainsKey(one.Name)).SelectMany(one => Members[one.Name].Breaches(one.Value, $"{path}.{one.Name}"))];
    }

    private IEnumerable<string> List(JsonElement value, string path) => value.ValueKind != JsonValueKind.Array
        ? [$"{path} is {value.ValueKind}, not a list"]
        : [.. Size(value.GetArrayLength(), path), .. value.EnumerateArray().SelectMany((one, i) => Element.Breaches(one, $"{path}[{i}]"))];

    private IEnumerable<string> Map(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [$"{path} is {value.ValueKind}, not a map"];
        }

        var key = ShapeOf(_shape.GetProperty("key"));
        var entries = value.EnumerateObject().ToList();
        return
        [
            .. Size(entries.Count, path),
            .. entries.SelectMany(entry => key.TextBreaches(entry.Name, $"{path} key '{entry.Name}'").Concat(Element.Breaches(entry.Value, $"{path}.{entry.Name}"))),
        ];
    }

    private IEnumerable<string> Text(JsonElement value, string path) => value.ValueKind == JsonValueKind.String
        ? TextBreaches(value.GetString()!, path)
        : [$"{path} is {value.ValueKind}, not a text"];

    private IEnumerable<string> TextBreaches(string text, string path)
    {
        foreach (var breach in Size(text.EnumerateRunes().Count(), path))
        {
            yield return breach;
        }

        if (_shape.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(word => word.GetString() == text))
        {
            yield return $"{path} is '{text}', which is none of {allowed}";
        }

        if (_pattern.Value is { } pattern && !pattern.IsMatch(text))
        {
            yield return $"{path} is '{text}', which does not match {_shape.GetProperty("pattern")}";
        }
    }

    private IEnumerable<string> Number(JsonElement value, string path, bool isWhole)
    {
        if (value.ValueKind != JsonValueKind.Number || (isWhole && !value.TryGetInt64(out _)))
        {
            return [$"{path} is {value}, not a number of the type {Type}"];
        }

        return Type == "timestamp" ? [] : Size(value.GetDouble(), path);
    }

    private static IEnumerable<string> Kind(JsonElement value, string path, params JsonValueKind[] kinds) =>
        kinds.Contains(value.ValueKind) ? [] : [$"{path} is {value.ValueKind}"];

    // Lengths of texts, entries of lists, values of numbers.
    private IEnumerable<string> Size(double size, string path)
    {
        if (_shape.TryGetProperty("min", out var least) && size < least.GetDouble())
        {
            yield return $"{path} has {size}, and {Name} has at least {least}";
        }

        if (_shape.TryGetProperty("max", out var most) && size > most.GetDouble())
        {
            yield return $"{path} has {size}, and {Name} has at most {most}";
        }
    }

    // The models write characters beyond 16 bits as a pair of surrogates, which .NET's classes cannot hold.
    private static Regex Pattern(string pattern) => new(
        $"\\A(?:{pattern.Replace("\\uD800\\uDC00-\\uDBFF\\uDFFF", "\\uD800-\\uDFFF", StringComparison.Ordinal)})\\z", RegexOptions.None, PatternTime);

    private Dictionary<string, ModelShape> ReadMembers() => _shape.TryGetProperty("members", out var members)
        ? members.EnumerateObject().ToDictionary(member => member.Name, member => ShapeOf(member.Value))
        : [];

    private ModelShape ShapeOf(JsonElement member) => _model.Shape(member.GetProperty("shape").GetString()!);
}
