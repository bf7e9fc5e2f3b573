using System.Text.Json;
using System.Text.RegularExpressions;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading.Constraints;

/// <summary>Reads <c>enum</c>: values of the column's type that keep its other constraints.</summary>
internal sealed class EnumReader(FileProblems problems, ValueReader? values, string type)
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    public required LimitReader? Limits { get; init; }

    public required LengthReader? Lengths { get; init; }

    public required string? Pattern { get; init; }

    public required PatternScope Scope { get; init; }

    public IReadOnlyList<string> Read(LocatedJson? list)
    {
        if (list is { Items: [] })
        {
            problems.Add(list, "The list of allowed values is empty, so that no value would pass. Add values or remove the key.");
        }

        if (list is not null && values is { IsSingle: false })
        {
            problems.Add(list, $"Values of the type {Excerpt.Of(type)} cannot be listed. Remove the key.");
            return [];
        }

        var pattern = Pattern is null ? null : PatternScopes.Compile(Pattern, Scope, PatternTimeout);
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list?.Items ?? [])
        {
            if (Fault(item, earlier, pattern) is { } fault)
            {
                problems.Add(item, fault);
            }

            earlier.Add(item.Text);
        }

        return [.. (list?.Items ?? []).Select(item => item.Text)];
    }

    private string? Fault(LocatedJson item, HashSet<string> earlier, Regex? pattern)
    {
        var shown = Excerpt.Of(item.Text);
        return item.Kind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null
                ? "An allowed value is a text, a number, true or false. Use 'nullable' to allow nulls."
            : earlier.Contains(item.Text) ? $"{shown} stands in the list a second time. Remove it."
            : values is { } reader && !reader.TryRead(item, out _) ? $"{JsonKeys.Shown(item)} is no value of the type {Excerpt.Of(type)}. Write {reader.Expected}."
            : Limits is { } limits && !limits.Holds(item) ? $"{shown} lies outside the column's own limits, so that it would never pass. Remove it, or correct the limits."
            : Lengths is { } lengths && !lengths.Holds(item.Text) ? $"{shown} is shorter or longer than the column's own limits allow. Remove it, or correct the limits."
            : pattern is not null && !Matches(pattern, item.Text) ? $"{shown} does not match the column's own pattern, so that it would never pass. Remove it, or correct the pattern."
            : null;
    }

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern that is too slow is found where values are checked.
            return true;
        }
    }
}
