using System.Text.Json;

namespace Slipstream.Iam.Reading;

/// <summary>Reads the statements of one file.</summary>
internal sealed class StatementReader(string file)
{
    private static readonly string[] Elements =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    public DocumentStatement Read(JsonPart part, int number)
    {
        if (part.Kind != JsonValueKind.Object)
        {
            throw PolicyException.Kind(file, part.Line, "A statement", "an object");
        }

        if (part.Members.FirstOrDefault(member => !Elements.Contains(member.Name.Text)).Name is { } unknown)
        {
            throw PolicyException.Unknown(file, unknown, string.Join(", ", Elements));
        }

        var (actions, notAction) = Either(part, "Action", "NotAction");
        var (resources, notResource) = Either(part, "Resource", "NotResource");
        return new DocumentStatement
        {
            Line = part.Line,
            Number = number,
            Sid = part.Member("Sid") is { } sid ? Single(sid, "Sid") : null,
            Denies = Effect(part),
            Actions = actions.Count > 0 ? actions : throw PolicyException.Missing(file, part.Line, "Action"),
            NotActionLine = notAction,
            Resources = resources,
            NotResourceLine = notResource,
            Principals = [.. Principals(part, "Principal"), .. Principals(part, "NotPrincipal")],
            Conditions = part.Member("Condition") is { } conditions ? [.. Conditions(conditions)] : [],
        };
    }

    private bool Effect(JsonPart part)
    {
        var effect = part.Member("Effect") ?? throw PolicyException.Missing(file, part.Line, "Effect");
        return effect.Text switch
        {
            "Allow" => false,
            "Deny" => true,
            _ => throw PolicyException.Kind(file, effect.Line, "Effect", "'Allow' or 'Deny'"),
        };
    }

    private (IReadOnlyList<Located> Texts, int? InvertedLine) Either(JsonPart part, string name, string inverted)
    {
        if (part.Member(inverted) is { } value)
        {
            return (Texts(value, inverted), value.Line);
        }

        return (part.Member(name) is { } plain ? Texts(plain, name) : [], null);
    }

    private IEnumerable<DocumentPrincipal> Principals(JsonPart part, string name)
    {
        var inverted = name.StartsWith("Not", StringComparison.Ordinal);
        return part.Member(name) switch
        {
            null => [],
            { Kind: JsonValueKind.Object } value => value.Members.Select(member =>
                new DocumentPrincipal(member.Name, Texts(member.Value, member.Name.Text), inverted)),
            { } value => [new DocumentPrincipal(new Located("*", value.Line), [Single(value, name)], inverted)],
        };
    }

    private IEnumerable<DocumentCondition> Conditions(JsonPart part) =>
        from operation in Object(part, "Condition")
        from key in Object(operation.Value, operation.Name.Text)
        select new DocumentCondition(operation.Name, key.Name, Texts(key.Value, key.Name.Text));

    private IReadOnlyList<(Located Name, JsonPart Value)> Object(JsonPart part, string element) => part.Kind == JsonValueKind.Object
        ? part.Members
        : throw PolicyException.Kind(file, part.Line, element, "an object");

    private IReadOnlyList<Located> Texts(JsonPart part, string element) => part.Kind == JsonValueKind.Array
        ? [.. part.Items.Select(item => Single(item, element))]
        : [Single(part, element)];

    // Conditions may have numbers and true or false without quotes.
    private Located Single(JsonPart part, string element) =>
        part.Kind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? new Located(part.Text, part.Line)
            : throw PolicyException.Kind(file, part.Line, element, "a text or a list of texts");
}
