namespace Slipstream.DagGen.Pods;

/// <summary>Linux capabilities that are given and taken.</summary>
internal sealed record V1Capabilities(IReadOnlyList<string>? Add, IReadOnlyList<string> Drop);
