namespace Slipstream.Testing.Aws.Authorisation;

/// <summary>Condition keys of a call: those that it does not have are missing.</summary>
internal static class Contexts
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> None { get; } = Of();

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(params IEnumerable<(string Key, string? Value)> pairs) =>
        pairs.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[pair.Value!], StringComparer.OrdinalIgnoreCase);
}
