using System.Text.Json;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>
/// The keys of a JSON object: unknown ones, missing ones and values of the wrong kind become problems. A null stands for
/// an optional key that is absent.
/// </summary>
internal sealed class JsonKeys
{
    private readonly LocatedJson _object;
    private readonly FileProblems _problems;

    private JsonKeys(LocatedJson value, FileProblems problems)
    {
        _object = value;
        _problems = problems;
    }

    /// <summary>The keys of the value; null, and a problem, if it is no object. Every unknown key is a problem.</summary>
    public static JsonKeys? Of(LocatedJson value, FileProblems problems, IReadOnlyList<string> known) =>
        Read(value, problems, known, allowsUnknown: false);

    /// <summary>As <see cref="Of"/>, but other keys are allowed unless they look like a misspelling of a known one.</summary>
    public static JsonKeys? Open(LocatedJson value, FileProblems problems, IReadOnlyList<string> known) =>
        Read(value, problems, known, allowsUnknown: true);

    public LocatedJson? RequiredText(string key) => Require(key, JsonValueKind.String);

    /// <summary>The value if it is a text, without a problem if it is not: for a key that another reader reports on.</summary>
    public LocatedJson? Text(string key) => Value(key) is { Kind: JsonValueKind.String } value ? value : null;

    public LocatedJson? RequiredList(string key) => Require(key, JsonValueKind.Array);

    public LocatedJson? OptionalText(string key) => Find(key, JsonValueKind.String);

    public LocatedJson? OptionalList(string key) => Find(key, JsonValueKind.Array);

    public LocatedJson? OptionalObject(string key) => Find(key, JsonValueKind.Object);

    public LocatedJson? Optional(string key, JsonValueKind kind) => Find(key, kind);

    /// <summary>The value whatever it is; null stands for an absent key.</summary>
    public LocatedJson? OptionalAny(string key) => Value(key) is { Kind: not JsonValueKind.Null } value ? value : null;

    public bool OptionalFlag(string key, bool whenAbsent)
    {
        var value = Value(key);
        switch (value?.Kind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return value.Kind == JsonValueKind.True;
            case null or JsonValueKind.Null:
                return whenAbsent;
            default:
                _problems.Add(value, $"{Named(value)} stands where true or false is expected. Write true or false, without quotes.");
                return whenAbsent;
        }
    }

    /// <summary>The value if it is a text; anything else becomes a problem.</summary>
    public static LocatedJson? Text(LocatedJson value, FileProblems problems)
    {
        if (value.Kind != JsonValueKind.String)
        {
            problems.Add(value, WrongKind(value, JsonValueKind.String));
            return null;
        }

        return value;
    }

    /// <summary>The texts of a list; every other item becomes a problem.</summary>
    public static IReadOnlyList<LocatedJson> Texts(LocatedJson? list, FileProblems problems)
    {
        var items = list?.Items ?? [];
        foreach (var item in items.Where(item => item.Kind != JsonValueKind.String))
        {
            problems.Add(item, WrongKind(item, JsonValueKind.String));
        }

        return [.. items.Where(item => item.Kind == JsonValueKind.String)];
    }

    /// <summary>The value in a message: as the file has it, or what it is where that is long.</summary>
    public static string Shown(LocatedJson value) => value.Kind switch
    {
        JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null => Named(value),
        JsonValueKind.String => $"The text {Excerpt.Of(value.Text)}",
        _ => Excerpt.Of(value.Text),
    };

    private static JsonKeys? Read(LocatedJson value, FileProblems problems, IReadOnlyList<string> known, bool allowsUnknown)
    {
        if (value.Kind != JsonValueKind.Object)
        {
            problems.Add(value, WrongKind(value, JsonValueKind.Object));
            return null;
        }

        foreach (var member in value.Members.Where(member => !known.Contains(member.Name)))
        {
            var near = Nearest.To(member.Name, known);
            if (near is not null || !allowsUnknown)
            {
                problems.Add(member.Position, member.Value.Path, near is not null
                    ? $"The key {Excerpt.Of(member.Name)} is unknown. Use '{near}'."
                    : $"The key {Excerpt.Of(member.Name)} is unknown. Remove it, or use one of {string.Join(", ", known)}.");
            }
        }

        return new JsonKeys(value, problems);
    }

    private LocatedJson? Require(string key, JsonValueKind kind)
    {
        var value = Value(key);
        if (value is null)
        {
            _problems.Add(_object.Position, _object.Child(key), $"The key '{key}' is missing. Add it with {Words(kind)}.");
            return null;
        }

        return RequireKind(value, kind);
    }

    private LocatedJson? Find(string key, JsonValueKind kind) =>
        Value(key) is { Kind: not JsonValueKind.Null } value ? RequireKind(value, kind) : null;

    private LocatedJson? RequireKind(LocatedJson value, JsonValueKind kind)
    {
        if (value.Kind == kind)
        {
            return value;
        }

        _problems.Add(value, WrongKind(value, kind));
        return null;
    }

    private LocatedJson? Value(string key) => _object.Members.FirstOrDefault(member => member.Name == key)?.Value;

    private static string WrongKind(LocatedJson value, JsonValueKind expected) =>
        $"{Named(value)} stands where {Words(expected)} is expected. Write {Words(expected)}.";

    private static string Named(LocatedJson value)
    {
        var words = Words(value.Kind);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Words(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
