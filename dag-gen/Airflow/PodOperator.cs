using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>One task: <c>tasks["extract"] = KubernetesPodOperator(…)</c>.</summary>
internal static class PodOperator
{
    public static PyAssign Of(Dag dag, DagTask task) => new(
        new PyIndex(Names.Tasks, task.Id),
        new PyCall(Names.PodOperator,
        [
            PyItem.Keyword("task_id", new PyString(task.Id)),
            PyItem.Keyword("name", new PyString(task.Id)),
            PyItem.Keyword("image", Image(task)),
            .. ServiceAccount(task.Identity),
            PyItem.Keyword("container_resources", Kubernetes.Requirements(task.Resources)),
            PyItem.Keyword("env_vars", Environment(dag, task)),
            .. Outlets(task),
            PyItem.Unpacked(Names.PodDefaults),
        ]));

    private static PyFormat Image(DagTask task) => new(
        new PyName(Names.Images), new PyString($"/{task.Image}:"), new PyName(Names.GitTag));

    private static IEnumerable<PyItem> ServiceAccount(Identity identity) => identity is ServiceAccountIdentity account
        ? [PyItem.Keyword("service_account_name", new PyString(account.Name))]
        : throw new InvalidOperationException($"No arguments are known for '{identity.GetType().Name}'.");

    private static PyDict Environment(Dag dag, DagTask task) =>
        new([.. task.Environment.Select(variable => PyItem.Entry(variable.Name, Constants.ValueOf(dag, variable)))]) { IsExploded = true };

    private static IEnumerable<PyItem> Outlets(DagTask task) => task.Outlets.Count == 0
        ? []
        : [PyItem.Keyword("outlets", new PyList([.. task.Outlets.Select(Asset)]) { IsExploded = true })];

    private static PyCall Asset(Asset asset) => new("Asset", PyItem.Positional(new PyString(asset.Uri)));
}
