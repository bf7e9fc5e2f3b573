using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>Kubernetes' own objects. Never dictionaries: Airflow checks some of those at import and others never.</summary>
internal static class Kubernetes
{
    public static PyCall Requirements(Resources resources) => Object("V1ResourceRequirements",
        ("requests", PyDict.OfStrings([KeyValuePair.Create("cpu", resources.Cpu), KeyValuePair.Create("memory", resources.Memory)])),
        ("limits", PyDict.OfStrings([KeyValuePair.Create("memory", resources.Memory)])));

    /// <summary>What holds for the pod: who runs, and whose the volumes are.</summary>
    public static PyCall PodSecurity(PodSettings pod) => Object("V1PodSecurityContext",
        ("run_as_non_root", PyExpression.True),
        ("run_as_user", new PyNumber(pod.Security.UserId)),
        ("run_as_group", new PyNumber(pod.Security.GroupId)),
        ("fs_group", new PyNumber(pod.Security.FileGroupId)),
        ("seccomp_profile", Object("V1SeccompProfile", ("type", new PyString("RuntimeDefault")))));

    /// <summary>What holds for the container; at the pod's level the API server drops these without a word.</summary>
    public static PyCall ContainerSecurity() => Object("V1SecurityContext",
        ("read_only_root_filesystem", PyExpression.True),
        ("allow_privilege_escalation", PyExpression.False),
        ("capabilities", Object("V1Capabilities", ("drop", PyList.OfStrings(["ALL"])))));

    public static PyCall WorkVolume(PodSettings pod) => Object("V1Volume",
        ("name", new PyString(Names.WorkVolume)),
        ("empty_dir", Object("V1EmptyDirVolumeSource", ("size_limit", new PyString(pod.WorkVolumeSize)))));

    public static PyCall WorkMount() => Object("V1VolumeMount",
        ("name", new PyString(Names.WorkVolume)),
        ("mount_path", new PyString(PodSettings.WorkFolder)));

    private static PyCall Object(string type, params IEnumerable<(string Name, PyExpression Value)> arguments) =>
        new($"k8s.{type}", [.. arguments.Select(argument => PyItem.Keyword(argument.Name, argument.Value))]);
}
