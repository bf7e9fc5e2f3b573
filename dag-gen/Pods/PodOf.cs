using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pods;

/// <summary>The pod that Airflow's KubernetesPodOperator asks the API server for when a task runs.</summary>
internal static class PodOf
{
    private const string Kube2IamAnnotation = "iam.amazonaws.com/role";

    public static V1Pod Task(Dag dag, DagTask task, Target target) => new()
    {
        ApiVersion = "v1",
        Kind = "Pod",
        Metadata = new V1ObjectMeta
        {
            Name = PodName.Of(dag.PodNameOf(task)),
            Namespace = dag.Pod.Namespace,
            Labels = PodLabels.Of(dag, task),
            Annotations = Pairs(Annotations(dag, task)),
        },
        Spec = Spec(dag, task, target),
    };

    private static V1PodSpec Spec(Dag dag, DagTask task, Target target) => new()
    {
        ServiceAccountName = (task.Identity as ServiceAccountIdentity)?.Name,
        // Trying again is Airflow's business.
        RestartPolicy = "Never",
        ActiveDeadlineSeconds = (long)(task.Timeout ?? dag.TaskTimeout).TotalSeconds,
        HostNetwork = false,
        SecurityContext = PodSecurity(task.PodSecurity ?? dag.Pod.Security),
        NodeSelector = Pairs(task.NodeSelector.Select(label => (label.Key, label.Value))),
        Affinity = PodPlacement.Affinity(task.Affinity),
        Tolerations = PodPlacement.Tolerations(task.Tolerations),
        Containers = PodContainers.Of(dag, task, target),
        Volumes = PodVolumes.Of(dag, task),
    };

    private static IEnumerable<(string Key, string Value)> Annotations(Dag dag, DagTask task) =>
    [
        .. dag.Pod.Annotations.Select(annotation => (annotation.Key, annotation.Value)),
        .. task.Identity is Kube2IamIdentity identity ? [(Kube2IamAnnotation, identity.Role)] : Array.Empty<(string, string)>(),
        .. task.Annotations.Select(annotation => (annotation.Key, annotation.Value)),
    ];

    private static OrderedDictionary<string, string>? Pairs(IEnumerable<(string Key, string Value)> pairs)
    {
        var result = new OrderedDictionary<string, string>();
        foreach (var (key, value) in pairs)
        {
            result[key] = value;
        }

        return result.Count == 0 ? null : result;
    }

    private static V1PodSecurityContext PodSecurity(PodSecurity security) => new()
    {
        RunAsNonRoot = security.RunAsNonRoot,
        RunAsUser = security.UserId,
        RunAsGroup = security.GroupId,
        FsGroup = security.FileGroupId,
        SeccompProfile = new V1SeccompProfile("RuntimeDefault"),
    };
}
