using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipstream.DagGen.Rules;

/// <summary>Kubernetes' quantities, without exponents and signs.</summary>
internal static partial class Quantity
{
    private static readonly Dictionary<string, decimal> Units = new()
    {
        ["m"] = 0.001m,
        [""] = 1,
        ["k"] = 1e3m,
        ["M"] = 1e6m,
        ["G"] = 1e9m,
        ["T"] = 1e12m,
        ["P"] = 1e15m,
        ["E"] = 1e18m,
        ["Ki"] = 1L << 10,
        ["Mi"] = 1L << 20,
        ["Gi"] = 1L << 30,
        ["Ti"] = 1L << 40,
        ["Pi"] = 1L << 50,
        ["Ei"] = 1L << 60,
    };

    /// <summary>The number that a quantity stands for; null if the text is none.</summary>
    public static decimal? Read(string text) => Form().Match(text) is { Success: true } parts
        ? decimal.Parse(parts.Groups["number"].Value, CultureInfo.InvariantCulture) * Units[parts.Groups["unit"].Value]
        : null;

    // https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/; longer numbers are no quantity of anything.
    [GeneratedRegex(@"^(?<number>[0-9]{1,15}(\.[0-9]{1,3})?)(?<unit>m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
