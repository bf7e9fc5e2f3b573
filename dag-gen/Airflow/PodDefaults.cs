using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The arguments that all pods of a DAG share, and what a task has instead.</summary>
internal static class PodDefaults
{
    private const string Kube2IamAnnotation = "iam.amazonaws.com/role";

    public static PyDict Of(Dag dag) => new(
    [
        PyItem.Entry("namespace", new PyString(dag.Pod.Namespace)),
        PyItem.Entry("in_cluster", PyExpression.Of(dag.Pod.InCluster)),
        .. dag.Pod.Labels.Count > 0 ? [PyItem.Entry("labels", Labels(dag.Pod.Labels))] : Array.Empty<PyItem>(),
        .. dag.Pod.Annotations.Count > 0 ? [PyItem.Entry("annotations", Annotations(dag.Pod.Annotations))] : Array.Empty<PyItem>(),
        PyItem.Entry("security_context", Kubernetes.Security(dag.Pod.Security)),
        PyItem.Entry("container_security_context", Kubernetes.Security(dag.Pod.ContainerSecurity)),
        PyItem.Entry("volumes", Storage.Volumes(dag.Pod, [])),
        PyItem.Entry("volume_mounts", Storage.Mounts([])),
        PyItem.Entry("startup_timeout_seconds", new PyNumber((long)dag.Pod.StartupTimeout.TotalSeconds)),
        // Airflow's own limit ends the task; this one ends the pod even if Airflow has lost it.
        PyItem.Entry("active_deadline_seconds", Seconds(dag.TaskTimeout)),
        PyItem.Entry("get_logs", PyExpression.True),
        PyItem.Entry("log_events_on_failure", PyExpression.True),
        PyItem.Entry("log_pod_spec_on_failure", PyExpression.False),
        PyItem.Entry("do_xcom_push", PyExpression.False),
        PyItem.Entry("on_finish_action", new PyString(Words.Snake(dag.Pod.OnFinish))),
    ]);

    /// <summary>The defaults as a task takes them: as they are, or with some replaced.</summary>
    public static PyItem For(Dag dag, DagTask task)
    {
        var defaults = new PyName(Names.PodDefaults);
        List<PyItem> own = [.. Own(dag, task)];
        return PyItem.Unpacked(own.Count == 0 ? defaults : new PyDict([PyItem.Unpacked(defaults), .. own]) { IsExploded = true });
    }

    private static IEnumerable<PyItem> Own(Dag dag, DagTask task) => new (bool IsOwn, string Key, Func<PyExpression> Value)[]
    {
        (task.Labels.Count > 0, "labels", () => Labels([.. dag.Pod.Labels, .. task.Labels])),
        (task.Annotations.Count > 0 || task.Identity is Kube2IamIdentity, "annotations", () => Annotations(AnnotationsOf(dag, task))),
        (task.PodSecurity is not null, "security_context", () => Kubernetes.Security(task.PodSecurity!)),
        (task.ContainerSecurity is not null, "container_security_context", () => Kubernetes.Security(task.ContainerSecurity!)),
        (task.Volumes.Count > 0, "volumes", () => Storage.Volumes(dag.Pod, task.Volumes)),
        (task.VolumeMounts.Count > 0, "volume_mounts", () => Storage.Mounts(task.VolumeMounts)),
        (task.Timeout is not null, "active_deadline_seconds", () => Seconds(task.Timeout!.Value)),
        (task.PushesXCom, "do_xcom_push", () => PyExpression.True),
    }.Where(argument => argument.IsOwn).Select(argument => PyItem.Entry(argument.Key, argument.Value()));

    private static IReadOnlyList<Annotation> AnnotationsOf(Dag dag, DagTask task) =>
    [
        .. dag.Pod.Annotations,
        .. task.Identity is Kube2IamIdentity identity ? [new Annotation(Kube2IamAnnotation, identity.Role)] : Array.Empty<Annotation>(),
        .. task.Annotations,
    ];

    private static PyDict Labels(IEnumerable<Label> labels) =>
        PyDict.OfStrings(labels.Select(label => KeyValuePair.Create(label.Key, label.Value)));

    private static PyDict Annotations(IEnumerable<Annotation> annotations) =>
        PyDict.OfStrings(annotations.Select(annotation => KeyValuePair.Create(annotation.Key, annotation.Value)));

    private static PyNumber Seconds(TimeSpan duration) => new((long)duration.TotalSeconds);
}
