using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pods;

/// <summary>Which nodes a pod goes to.</summary>
internal static class PodPlacement
{
    public static V1Affinity? Affinity(IReadOnlyList<NodeRequirement> requirements)
    {
        var terms = requirements.Select(requirement =>
            new V1NodeSelectorRequirement(requirement.Key, requirement.Operator.ToString(), requirement.Values.Count == 0 ? null : requirement.Values));
        return requirements.Count == 0
            ? null
            : new V1Affinity(new V1NodeAffinity(new V1NodeSelector([new V1NodeSelectorTerm([.. terms])])));
    }

    public static IReadOnlyList<V1Toleration>? Tolerations(IReadOnlyList<Toleration> tolerations) => tolerations.Count == 0
        ? null
        : [.. tolerations.Select(toleration => new V1Toleration
        {
            Key = toleration.Key,
            Operator = toleration.Value is null ? "Exists" : "Equal",
            Value = toleration.Value,
            Effect = toleration.Effect?.ToString(),
            TolerationSeconds = (long?)toleration.For?.TotalSeconds,
        })];
}
