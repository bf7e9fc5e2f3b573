namespace Slipstream.DagGen.Pipelines;

/// <summary>The pipelines of this repository. A new one is a file beside PostcodesExample.cs and a line here.</summary>
internal static class AllPipelines
{
    public static IReadOnlyList<IPipeline> List { get; } = [new PostcodesExample()];
}
