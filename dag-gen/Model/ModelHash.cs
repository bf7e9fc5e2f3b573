using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Slipstream.Contracts.Settings;

namespace Slipstream.DagGen.Model;

/// <summary>
/// A short name for all that a pipeline's model says. The model is written as text in a fixed form: what is said of it in
/// properties that can be set, in the order of their names, and of a stage's settings the variables that they become.
/// What is not said (null, false, zero, an empty list) is left out, so that a model that learns more keeps its old names.
/// </summary>
internal static class ModelHash
{
    private const int Characters = 12;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Members = new();

    /// <summary>The first characters of the SHA-256 of the model's text.</summary>
    public static string Of(Dag dag)
    {
        var text = new StringBuilder();
        Write(text, dag);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..Characters];
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('~');
                break;
            case string word:
                text.Append(CultureInfo.InvariantCulture, $"{word.Length}:{word}");
                break;
            case IEnumerable items:
                WriteItems(text, items);
                break;
            case DagTask:
            case not null when value.GetType().Namespace == typeof(Dag).Namespace && !value.GetType().IsEnum:
                WriteMembers(text, value);
                break;
            default:
                Write(text, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteItems(StringBuilder text, IEnumerable items)
    {
        text.Append('[');
        foreach (var item in items)
        {
            Write(text, item);
            text.Append(',');
        }

        text.Append(']');
    }

    private static void WriteMembers(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name).Append('{');
        foreach (var member in Members.GetOrAdd(value.GetType(), MembersOf))
        {
            if (member.GetValue(value) is { } said && !IsNothing(said))
            {
                text.Append(member.Name).Append('=');
                Write(text, said);
                text.Append(';');
            }
        }

        text.Append('}');
    }

    private static IReadOnlyList<PropertyInfo> MembersOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => (member.CanWrite && !IsSettings(member.PropertyType)) || member.Name == nameof(DagTask.Environment))
            .OrderBy(member => member.Name, StringComparer.Ordinal),
    ];

    private static bool IsNothing(object value) => value switch
    {
        string => false,
        ICollection { Count: 0 } => true,
        ValueType number => number.Equals(Activator.CreateInstance(number.GetType())),
        _ => false,
    };

    private static bool IsSettings(Type type) => type.Namespace == typeof(HostSettings).Namespace;
}
