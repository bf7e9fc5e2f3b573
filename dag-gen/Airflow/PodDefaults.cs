using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The arguments that all pods of a DAG share.</summary>
internal static class PodDefaults
{
    public static PyDict Of(Dag dag) => new(
        PyItem.Entry("namespace", new PyString(dag.Pod.Namespace)),
        PyItem.Entry("in_cluster", PyExpression.Of(dag.Pod.InCluster)),
        PyItem.Entry("labels", PyDict.OfStrings(dag.Pod.Labels.Select(label => KeyValuePair.Create(label.Key, label.Value)))),
        PyItem.Entry("security_context", Kubernetes.PodSecurity(dag.Pod)),
        PyItem.Entry("container_security_context", Kubernetes.ContainerSecurity()),
        PyItem.Entry("volumes", new PyList(Kubernetes.WorkVolume(dag.Pod))),
        PyItem.Entry("volume_mounts", new PyList(Kubernetes.WorkMount())),
        PyItem.Entry("startup_timeout_seconds", new PyNumber((long)dag.Pod.StartupTimeout.TotalSeconds)),
        // Airflow's own limit ends the task; this one ends the pod even if Airflow has lost it.
        PyItem.Entry("active_deadline_seconds", new PyNumber((long)dag.TaskTimeout.TotalSeconds)),
        PyItem.Entry("get_logs", PyExpression.True),
        PyItem.Entry("log_events_on_failure", PyExpression.True),
        PyItem.Entry("log_pod_spec_on_failure", PyExpression.False),
        PyItem.Entry("do_xcom_push", PyExpression.False),
        PyItem.Entry("on_finish_action", new PyString("delete_succeeded_pod")));
}
