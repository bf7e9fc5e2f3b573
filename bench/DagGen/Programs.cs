using Slipstream.Testing;

namespace Slipstream.Bench.DagGen;

/// <summary>What the measurements run.</summary>
internal static class Programs
{
    /// <summary>The build of dag-gen's own project, as ./build.sh starts it.</summary>
    public static string DagGen { get; } = Repository.Path("artifacts", "bin", "dag-gen", "release", "dag-gen");

    public static string ParseCost { get; } = Repository.Path("bench", "DagGen", "parse_cost.py");

    /// <summary>The example as a careful person would write it.</summary>
    public static string ByHand { get; } = Repository.Path("bench", "DagGen", "by_hand.py");
}
