using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>What a parameter says of its values must make sense, and its default must be one of them.</summary>
internal static class ParamSchema
{
    public static IEnumerable<Breach> Check(DagParam param) => [.. Limits(param), .. Values(param)];

    private static IEnumerable<Breach> Limits(DagParam param)
    {
        var member = $"Params['{param.Name}']";
        if (param.Type is not (ParamType.Integer or ParamType.Number) && (param.Minimum ?? param.Maximum) is not null)
        {
            yield return new Breach(member, $"'{param.Name}' is no number, but has a minimum or a maximum. Remove it.");
        }

        if (param.Minimum > param.Maximum)
        {
            yield return new Breach($"{member}.Minimum", $"The minimum {Print(param.Minimum)} is above the maximum {Print(param.Maximum)}: no value is left. Correct one of them.");
        }

        if (param.Pattern is not null && (param.Type != ParamType.String || Regular(param.Pattern) is null))
        {
            yield return new Breach($"{member}.Pattern", $"'{param.Pattern}' is no regular expression for a text. Correct or remove it.");
        }
    }

    private static IEnumerable<Breach> Values(DagParam param)
    {
        foreach (var value in param.Enum.Where(value => !HasType(value, param.Type)))
        {
            yield return new Breach($"Params['{param.Name}'].Enum", $"'{Print(value)}' is no {param.Type}. Make all choices what the type says.");
        }

        if (param.Default is { } chosen && Fault(param, chosen) is { } fault)
        {
            yield return new Breach($"Params['{param.Name}'].Default", $"The default '{Print(chosen)}' {fault}. Airflow would not load the DAG: choose one that may be given.");
        }
    }

    private static string? Fault(DagParam param, object value) => value switch
    {
        _ when !HasType(value, param.Type) => $"is no {param.Type}",
        _ when param.Enum.Count > 0 && !param.Enum.Contains(value) => $"is none of {string.Join(", ", param.Enum.Select(Print))}",
        int or long or decimal when Convert.ToDecimal(value, CultureInfo.InvariantCulture) is var number && (number < param.Minimum || number > param.Maximum) =>
            $"is not from {Print(param.Minimum)} to {Print(param.Maximum)}",
        string text when param.Pattern is { } pattern && Regular(pattern)?.IsMatch(text) == false => $"does not match '{pattern}'",
        _ => null,
    };

    private static bool HasType(object value, ParamType type) => type switch
    {
        ParamType.String => value is string,
        ParamType.Integer => value is int or long,
        ParamType.Number => value is int or long or decimal,
        ParamType.Boolean => value is bool,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No values are known for this type of parameter."),
    };

    private static Regex? Regular(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Print(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "any";
}
