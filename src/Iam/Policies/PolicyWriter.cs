using System.Text.Encodings.Web;
using System.Text.Json;
using Slipstream.Iam.Trust;

namespace Slipstream.Iam.Policies;

/// <summary>
/// Writes policies in one form, so that the same policy is always the same bytes: members in a fixed order, keys and values
/// sorted, one value as a string and several as a list, two spaces for each level, and a newline at the end.
/// </summary>
public static class PolicyWriter
{
    internal static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Nothing of it is HTML; '=' and '+' stay readable.
    };

    /// <summary>The policy as JSON text.</summary>
    public static string Write(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return JsonText.Write(Form, json => WriteTo(json, policy.Statements, WriteStatement));
    }

    /// <summary>The trust policy as JSON text.</summary>
    public static string Write(TrustPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return JsonText.Write(Form, json => WriteTo(json, policy.Statements, WriteTrust));
    }

    /// <summary>The characters that AWS counts against its quotas: all but white space (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).</summary>
    public static int CountedCharacters(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Count(character => !char.IsWhiteSpace(character));
    }

    private static void WriteTo<T>(Utf8JsonWriter json, IReadOnlyList<T> statements, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject();
        json.WriteString("Version", Policy.Version);
        json.WriteStartArray("Statement");
        foreach (var statement in statements)
        {
            json.WriteStartObject();
            write(json, statement);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, Statement statement)
    {
        WriteHead(json, statement.Sid);
        WriteValues(json, "Action", statement.Actions);
        WriteValues(json, "Resource", statement.Resources);
        WriteConditions(json, statement.Conditions);
    }

    private static void WriteTrust(Utf8JsonWriter json, TrustStatement statement)
    {
        WriteHead(json, statement.Sid);
        json.WriteStartObject("Principal");
        WriteValues(json, statement.PrincipalKind, statement.Principals);
        json.WriteEndObject();
        WriteValues(json, "Action", statement.Actions);
        WriteConditions(json, statement.Conditions);
    }

    private static void WriteHead(Utf8JsonWriter json, string sid)
    {
        json.WriteString("Sid", sid);
        json.WriteString("Effect", "Allow");
    }

    private static void WriteConditions(Utf8JsonWriter json, IReadOnlyList<Condition> conditions)
    {
        if (conditions.Count == 0)
        {
            return;
        }

        json.WriteStartObject("Condition");
        foreach (var group in conditions.GroupBy(condition => condition.Operator).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(group.Key);
            foreach (var condition in group.OrderBy(condition => condition.Key, StringComparer.Ordinal))
            {
                WriteValues(json, condition.Key, condition.Values);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values is [var single])
        {
            json.WriteString(name, single);
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values.Order(StringComparer.Ordinal))
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
