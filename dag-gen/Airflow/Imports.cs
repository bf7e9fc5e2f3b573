using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The imports, where Airflow 2 and 3 differ only in the last block.</summary>
internal static class Imports
{
    private static readonly PyBlankLine Blank = new();

    public static IReadOnlyList<PyStatement> Of(Dag dag) =>
    [
        new PyFromImport("__future__", "annotations"),
        Blank,
        new PyFromImport("datetime", "timedelta"),
        Blank,
        new PyImport("pendulum"),
        new PyFromImport("airflow.providers.cncf.kubernetes.operators.pod", Names.PodOperator),
        new PyFromImport("airflow.timetables.trigger", "CronTriggerTimetable"),
        new PyFromImport("kubernetes.client", "models as k8s"),
        Blank,
        HasOutlets(dag)
            ? new PyTryImport(
                [new PyFromImport("airflow.sdk", "DAG", "Asset")],
                "Airflow 2",
                [new PyFromImport("airflow", "DAG"), new PyFromImport("airflow.datasets", "Dataset as Asset")])
            : new PyTryImport([new PyFromImport("airflow.sdk", "DAG")], "Airflow 2", [new PyFromImport("airflow", "DAG")]),
    ];

    private static bool HasOutlets(Dag dag) => dag.Tasks.Any(task => task.Outlets.Count > 0);
}
