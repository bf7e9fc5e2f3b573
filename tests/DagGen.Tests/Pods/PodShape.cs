using System.Text.Json.Nodes;

namespace Slipstream.DagGen.Tests.Pods;

/// <summary>The fields that Kubernetes knows, as far as pods of ours can have them: an unknown one the API server drops, or refuses.</summary>
internal static class PodShape
{
    // Type: its fields, each with the type that it holds. '*' are texts by free keys, '[]' marks a list.
    private const string Table = """
        Pod: apiVersion=text kind=text metadata=ObjectMeta spec=PodSpec
        ObjectMeta: name=text namespace=text labels=* annotations=*
        PodSpec: serviceAccountName=text restartPolicy=text activeDeadlineSeconds=number hostNetwork=truth securityContext=PodSecurityContext nodeSelector=* affinity=Affinity tolerations=Toleration[] containers=Container[] volumes=Volume[]
        PodSecurityContext: runAsNonRoot=truth runAsUser=number runAsGroup=number fsGroup=number seccompProfile=SeccompProfile
        SeccompProfile: type=text
        Affinity: nodeAffinity=NodeAffinity
        NodeAffinity: requiredDuringSchedulingIgnoredDuringExecution=NodeSelector
        NodeSelector: nodeSelectorTerms=NodeSelectorTerm[]
        NodeSelectorTerm: matchExpressions=NodeSelectorRequirement[]
        NodeSelectorRequirement: key=text operator=text values=text[]
        Toleration: key=text operator=text value=text effect=text tolerationSeconds=number
        Container: name=text image=text command=text[] args=text[] env=EnvVar[] resources=ResourceRequirements securityContext=SecurityContext terminationMessagePolicy=text volumeMounts=VolumeMount[]
        EnvVar: name=text value=text valueFrom=EnvVarSource
        EnvVarSource: secretKeyRef=SecretKeySelector
        SecretKeySelector: name=text key=text
        ResourceRequirements: requests=* limits=*
        SecurityContext: readOnlyRootFilesystem=truth allowPrivilegeEscalation=truth capabilities=Capabilities
        Capabilities: add=text[] drop=text[]
        VolumeMount: name=text mountPath=text subPath=text readOnly=truth
        Volume: name=text emptyDir=EmptyDir configMap=ConfigMap persistentVolumeClaim=Claim secret=SecretSource
        EmptyDir: sizeLimit=text
        ConfigMap: name=text
        Claim: claimName=text
        SecretSource: secretName=text
        """;

    private static readonly Dictionary<string, Dictionary<string, string>> Types = Table.Split('\n').Select(line => line.Split(": ")).ToDictionary(
        parts => parts[0],
        parts => parts[1].Split(' ').Select(field => field.Split('=')).ToDictionary(field => field[0], field => field[1]));

    public static void Check(JsonNode pod) => Check(pod, "Pod", "pod");

    private static void Check(JsonNode? node, string type, string path)
    {
        switch (type)
        {
            case "text" or "number" or "truth":
                Assert.True(IsValue(node, type), $"{path} is no {type}: {node?.ToJsonString()}");
                break;
            case "*":
                Assert.All(node!.AsObject(), pair => Check(pair.Value, "text", $"{path}.{pair.Key}"));
                break;
            case [.. var item, '[', ']']:
                Assert.NotEmpty(node!.AsArray());
                Assert.All(node.AsArray(), (each, place) => Check(each, item, $"{path}[{place}]"));
                break;
            default:
                foreach (var (name, value) in node!.AsObject())
                {
                    Assert.True(Types[type].TryGetValue(name, out var inner), $"{path} has the field '{name}', which {type} lacks.");
                    Check(value, inner!, $"{path}.{name}");
                }

                break;
        }
    }

    private static bool IsValue(JsonNode? node, string type) => (type, node?.GetValueKind()) is
        ("text", System.Text.Json.JsonValueKind.String)
        or ("number", System.Text.Json.JsonValueKind.Number)
        or ("truth", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False);
}
