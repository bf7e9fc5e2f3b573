using Slipstream.Metadata.Types;

namespace Slipstream.Stages.TestExtract.Reports.Totals;

/// <summary>One type for a column whose values are of several, one for each object.</summary>
internal static class InferredTypes
{
    /// <summary>What stands for a column that has no value.</summary>
    public static readonly ColumnType Unknown = new SimpleType(SimpleKind.Character);

    // From narrow to wide.
    private static readonly ColumnType[] Numbers = [new SimpleType(SimpleKind.Int), new SimpleType(SimpleKind.Long), new SimpleType(SimpleKind.Double)];

    /// <summary>The narrowest type that values of both fit; null stands for no value.</summary>
    public static ColumnType? Widest(ColumnType? left, ColumnType? right) => (left, right) switch
    {
        (null, var only) => only,
        (var only, null) => only,
        var (a, b) when a == b => a,
        var (a, b) when Numbers.Contains(a) && Numbers.Contains(b) => Numbers[Math.Max(Array.IndexOf(Numbers, a), Array.IndexOf(Numbers, b))],
        _ => Unknown,
    };
}
