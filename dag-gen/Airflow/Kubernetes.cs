using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>Kubernetes' own objects. Never dictionaries: Airflow checks some of those at import and others never.</summary>
internal static class Kubernetes
{
    private const string GpuResource = "nvidia.com/gpu";

    public static PyCall Requirements(Resources resources) => Object("V1ResourceRequirements",
        ("requests", PyDict.OfStrings([KeyValuePair.Create("cpu", resources.Cpu), KeyValuePair.Create("memory", resources.Memory)])),
        ("limits", PyDict.OfStrings(
        [
            .. resources.CpuLimit is { } cpu ? [KeyValuePair.Create("cpu", cpu)] : Array.Empty<KeyValuePair<string, string>>(),
            KeyValuePair.Create("memory", resources.MemoryLimit ?? resources.Memory),
            .. resources.Gpu > 0
                ? [KeyValuePair.Create(GpuResource, FlatText.Of(new PyNumber(resources.Gpu)))]
                : Array.Empty<KeyValuePair<string, string>>(),
        ])));

    /// <summary>What holds for the pod: who runs, and whose the volumes are.</summary>
    public static PyCall Security(PodSecurity security) => Object("V1PodSecurityContext",
        ("run_as_non_root", PyExpression.Of(security.RunAsNonRoot)),
        ("run_as_user", new PyNumber(security.UserId)),
        ("run_as_group", new PyNumber(security.GroupId)),
        ("fs_group", new PyNumber(security.FileGroupId)),
        ("seccomp_profile", Object("V1SeccompProfile", ("type", new PyString("RuntimeDefault")))));

    /// <summary>What holds for the container; at the pod's level the API server drops these without a word.</summary>
    public static PyCall Security(ContainerSecurity security) => Object("V1SecurityContext",
        ("read_only_root_filesystem", PyExpression.Of(security.ReadOnlyRootFilesystem)),
        ("allow_privilege_escalation", PyExpression.Of(security.AllowPrivilegeEscalation)),
        ("capabilities", Object("V1Capabilities",
        [
            .. security.AddedCapabilities.Count > 0 ? [("add", PyList.OfStrings(security.AddedCapabilities))] : Array.Empty<(string, PyExpression)>(),
            ("drop", PyList.OfStrings(security.DroppedCapabilities)),
        ])));

    public static PyCall Toleration(Toleration toleration) => Object("V1Toleration",
    [
        ("key", new PyString(toleration.Key)),
        ("operator", new PyString(toleration.Value is null ? "Exists" : "Equal")),
        .. toleration.Value is { } value ? [("value", new PyString(value))] : Array.Empty<(string, PyExpression)>(),
        .. toleration.Effect is { } effect ? [("effect", new PyString(effect.ToString()))] : Array.Empty<(string, PyExpression)>(),
        .. toleration.For is { } time ? [("toleration_seconds", new PyNumber((long)time.TotalSeconds))] : Array.Empty<(string, PyExpression)>(),
    ]);

    /// <summary>Nodes must meet all the requirements.</summary>
    public static PyCall Affinity(IReadOnlyList<NodeRequirement> requirements)
    {
        var term = Object("V1NodeSelectorTerm", ("match_expressions", new PyList([.. requirements.Select(Requirement)])));
        var selector = Object("V1NodeSelector", ("node_selector_terms", new PyList(term)));
        return Object("V1Affinity", ("node_affinity", Object("V1NodeAffinity", ("required_during_scheduling_ignored_during_execution", selector))));
    }

    /// <summary>An object of Kubernetes' client.</summary>
    public static PyCall Object(string type, params IEnumerable<(string Name, PyExpression Value)> arguments) =>
        new($"k8s.{type}", [.. arguments.Select(argument => PyItem.Keyword(argument.Name, argument.Value))]);

    private static PyCall Requirement(NodeRequirement requirement) => Object("V1NodeSelectorRequirement",
    [
        ("key", new PyString(requirement.Key)),
        ("operator", new PyString(requirement.Operator.ToString())),
        .. requirement.Values.Count > 0 ? [("values", PyList.OfStrings(requirement.Values))] : Array.Empty<(string, PyExpression)>(),
    ]);
}
