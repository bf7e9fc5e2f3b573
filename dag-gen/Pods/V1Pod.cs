namespace Slipstream.DagGen.Pods;

/// <summary>A pod, as the API server is asked for it. Here and below null is not sent.</summary>
internal sealed record V1Pod
{
    public required string ApiVersion { get; init; }

    public required string Kind { get; init; }

    public required V1ObjectMeta Metadata { get; init; }

    public required V1PodSpec Spec { get; init; }
}
