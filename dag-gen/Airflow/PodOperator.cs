using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>One task: <c>tasks["extract"] = KubernetesPodOperator(…)</c>.</summary>
internal static class PodOperator
{
    public static PyAssign Of(Dag dag, DagTask task, Target target) => new(
        new PyIndex(Names.Tasks, dag.FullIdOf(task)),
        new PyCall(Names.PodOperator,
        [
            PyItem.Keyword("task_id", new PyString(task.Id)),
            PyItem.Keyword("name", new PyString(dag.PodNameOf(task))),
            .. Documentation.Of(task.Documentation),
            PyItem.Keyword("image", Image(dag, task)),
            .. Texts("cmds", task.Command),
            .. Texts("arguments", task.Arguments),
            .. ServiceAccount(task.Identity),
            PyItem.Keyword("container_resources", Kubernetes.Requirements(task.Resources)),
            .. Environment(dag, task),
            .. Many("secrets", task.Secrets, Storage.Secret),
            .. Nodes(task),
            .. TaskArguments.Of(task),
            .. task.Inlets.Count > 0 ? [PyItem.Keyword("inlets", Assets.ListOf(task.Inlets, target))] : Array.Empty<PyItem>(),
            .. task.Outlets.Count > 0 ? [PyItem.Keyword("outlets", Assets.ListOf(task.Outlets, target))] : Array.Empty<PyItem>(),
            PodDefaults.For(dag, task),
        ]));

    private static PyExpression Image(Dag dag, DagTask task) => task switch
    {
        { Stage: null } => new PyString(task.Image),
        _ when dag.SingleImage => new PyName(Names.Image),
        _ => new PyFormat(new PyName(Names.Images), new PyString($"/{task.Image}:"), new PyName(Names.GitTag)),
    };

    private static IEnumerable<PyItem> ServiceAccount(Identity identity) => identity switch
    {
        ServiceAccountIdentity account => [PyItem.Keyword("service_account_name", new PyString(account.Name))],
        Kube2IamIdentity => [],
        _ => throw new InvalidOperationException($"No arguments are known for '{identity.GetType().Name}'."),
    };

    private static IEnumerable<PyItem> Environment(Dag dag, DagTask task)
    {
        var entries = dag.EnvironmentOf(task).Select(variable => PyItem.Entry(variable.Name, Constants.ValueOf(dag, task, variable))).ToList();
        return entries.Count == 0 ? [] : [PyItem.Keyword("env_vars", new PyDict(entries) { IsExploded = true })];
    }

    private static IEnumerable<PyItem> Nodes(DagTask task) =>
    [
        .. Many("tolerations", task.Tolerations, Kubernetes.Toleration),
        .. task.NodeSelector.Count == 0 ? Array.Empty<PyItem>() :
            [PyItem.Keyword("node_selector", PyDict.OfStrings(task.NodeSelector.Select(label => KeyValuePair.Create(label.Key, label.Value))))],
        .. task.Affinity.Count == 0 ? Array.Empty<PyItem>() : [PyItem.Keyword("affinity", Kubernetes.Affinity(task.Affinity))],
    ];

    private static IEnumerable<PyItem> Texts(string name, IReadOnlyList<TemplatedText> texts) =>
        Many(name, texts, Constants.ValueOf);

    private static IEnumerable<PyItem> Many<T>(string name, IReadOnlyList<T> values, Func<T, PyExpression> translate) =>
        values.Count == 0 ? [] : [PyItem.Keyword(name, new PyList([.. values.Select(translate)]))];
}
