namespace Slipstream.Stages.TestExtract.Reports.Totals;

/// <summary>One type for values that were read as several.</summary>
internal static class InferredTypes
{
    /// <summary>What stands for a column that has no value.</summary>
    public const string Unknown = "character";

    private static readonly string[] Numbers = ["int", "long", "double"];

    /// <summary>The narrowest type that values of both fit; null stands for no value.</summary>
    public static string? Widest(string? left, string? right) => (left, right) switch
    {
        (null, var only) => only,
        (var only, null) => only,
        var (a, b) when a == b => a,
        var (a, b) when Numbers.Contains(a) && Numbers.Contains(b) => Numbers[Math.Max(Array.IndexOf(Numbers, a), Array.IndexOf(Numbers, b))],
        _ => Unknown,
    };
}
