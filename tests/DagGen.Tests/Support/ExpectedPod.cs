using System.Globalization;
using System.Text.Json.Nodes;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>The arguments that make a task's pod.</summary>
internal static class ExpectedPod
{
    public static IReadOnlyList<KeyValuePair<string, JsonNode?>> ArgumentsOf(Dag dag, DagTask task) =>
    [
        new("namespace", dag.Pod.Namespace),
        new("in_cluster", dag.Pod.InCluster),
        new("labels", Map([.. dag.Pod.Labels, .. task.Labels])),
        new("annotations", Annotations(dag, task)),
        new("service_account_name", (task.Identity as ServiceAccountIdentity)?.Name),
        new("container_resources", Resources(task.Resources)),
        new("security_context", Security(task.PodSecurity ?? dag.Pod.Security)),
        new("container_security_context", Security(task.ContainerSecurity ?? dag.Pod.ContainerSecurity)),
        new("volumes", new JsonArray([.. task.Volumes.Prepend(new EmptyDirVolume("work", dag.Pod.WorkVolumeSize)).Select(Volume)])),
        new("volume_mounts", new JsonArray([.. task.VolumeMounts.Prepend(new VolumeMount("work", "/work")).Select(Mount)])),
        new("secrets", task.Secrets.Count == 0 ? null : new JsonArray([.. task.Secrets.Select(Secret)])),
        new("tolerations", task.Tolerations.Count == 0 ? null : new JsonArray([.. task.Tolerations.Select(Toleration)])),
        new("node_selector", Map(task.NodeSelector)),
        new("affinity", task.Affinity.Count == 0 ? null : Affinity(task.Affinity)),
        new("startup_timeout_seconds", (int)dag.Pod.StartupTimeout.TotalSeconds),
        new("active_deadline_seconds", (int)(task.Timeout ?? dag.TaskTimeout).TotalSeconds),
        new("get_logs", true),
        new("log_events_on_failure", true),
        new("log_pod_spec_on_failure", false),
        new("do_xcom_push", task.PushesXCom),
        new("on_finish_action", Json.Word(dag.Pod.OnFinish)),
    ];

    private static JsonObject? Map(IReadOnlyList<Label> labels) =>
        labels.Count == 0 ? null : Json.Map(labels.Select(label => (label.Key, (JsonNode?)label.Value)));

    private static JsonObject? Annotations(Dag dag, DagTask task) => Map(
    [
        .. dag.Pod.Annotations.Concat(task.Annotations).Select(annotation => new Label(annotation.Key, annotation.Value)),
        .. task.Identity is Kube2IamIdentity identity ? [new Label("iam.amazonaws.com/role", identity.Role)] : Array.Empty<Label>(),
    ]);

    private static JsonObject Resources(Resources resources) => Json.Kind("V1ResourceRequirements",
        ("requests", Json.Map([("cpu", resources.Cpu), ("memory", resources.Memory)])),
        ("limits", Json.Map(
        [
            ("cpu", resources.CpuLimit),
            ("memory", resources.MemoryLimit ?? resources.Memory),
            ("nvidia.com/gpu", resources.Gpu == 0 ? null : resources.Gpu.ToString(CultureInfo.InvariantCulture)),
        ])));

    private static JsonObject Security(PodSecurity security) => Json.Kind("V1PodSecurityContext",
        ("run_as_non_root", security.RunAsNonRoot),
        ("run_as_user", security.UserId),
        ("run_as_group", security.GroupId),
        ("fs_group", security.FileGroupId),
        ("seccomp_profile", Json.Kind("V1SeccompProfile", ("type", "RuntimeDefault"))));

    private static JsonObject Security(ContainerSecurity security) => Json.Kind("V1SecurityContext",
        ("read_only_root_filesystem", security.ReadOnlyRootFilesystem),
        ("allow_privilege_escalation", security.AllowPrivilegeEscalation),
        ("capabilities", Json.Kind("V1Capabilities",
            ("add", security.AddedCapabilities.Count == 0 ? null : Json.List(security.AddedCapabilities)),
            ("drop", Json.List(security.DroppedCapabilities)))));

    private static JsonNode Volume(Volume volume) => volume switch
    {
        EmptyDirVolume empty => Json.Kind("V1Volume", ("name", empty.Name), ("empty_dir", Json.Kind("V1EmptyDirVolumeSource", ("size_limit", empty.SizeLimit)))),
        ConfigMapVolume map => Json.Kind("V1Volume", ("name", map.Name), ("config_map", Json.Kind("V1ConfigMapVolumeSource", ("name", map.ConfigMap)))),
        ClaimVolume claim => Json.Kind("V1Volume", ("name", claim.Name),
            ("persistent_volume_claim", Json.Kind("V1PersistentVolumeClaimVolumeSource", ("claim_name", claim.Claim)))),
        SecretVolume secret => Json.Kind("V1Volume", ("name", secret.Name), ("secret", Json.Kind("V1SecretVolumeSource", ("secret_name", secret.SecretName)))),
        _ => throw new ArgumentOutOfRangeException(nameof(volume)),
    };

    private static JsonNode Mount(VolumeMount mount) => Json.Kind("V1VolumeMount",
        ("name", mount.Volume), ("mount_path", mount.Path), ("sub_path", mount.SubPath), ("read_only", mount.ReadOnly ? true : null));

    private static JsonNode Secret(Secret secret) => secret switch
    {
        VariableSecret variable => new JsonObject { ["type"] = "env", ["target"] = variable.Variable, ["secret"] = variable.Name, ["key"] = variable.Key },
        FileSecret file => new JsonObject { ["type"] = "volume", ["target"] = file.Folder, ["secret"] = file.Name, ["key"] = null },
        _ => throw new ArgumentOutOfRangeException(nameof(secret)),
    };

    private static JsonNode Toleration(Toleration toleration) => Json.Kind("V1Toleration",
        ("key", toleration.Key),
        ("operator", toleration.Value is null ? "Exists" : "Equal"),
        ("value", toleration.Value),
        ("effect", toleration.Effect?.ToString()),
        ("toleration_seconds", (int?)toleration.For?.TotalSeconds));

    private static JsonObject Affinity(IReadOnlyList<NodeRequirement> requirements)
    {
        var expressions = requirements.Select(requirement => (JsonNode?)Json.Kind("V1NodeSelectorRequirement",
            ("key", requirement.Key),
            ("operator", requirement.Operator.ToString()),
            ("values", requirement.Values.Count == 0 ? null : Json.List(requirement.Values)))).ToArray();
        var term = Json.Kind("V1NodeSelectorTerm", ("match_expressions", new JsonArray(expressions)));
        var selector = Json.Kind("V1NodeSelector", ("node_selector_terms", new JsonArray(term)));
        return Json.Kind("V1Affinity", ("node_affinity", Json.Kind("V1NodeAffinity", ("required_during_scheduling_ignored_during_execution", selector))));
    }
}
