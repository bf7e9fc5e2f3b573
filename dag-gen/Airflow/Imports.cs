using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The imports: only what the file uses, sorted by module, and from where the target has it.</summary>
internal static class Imports
{
    private static readonly PyBlankLine Blank = new();

    public static IReadOnlyList<PyStatement> Of(Dag dag, Target target)
    {
        IReadOnlyList<PyFromImport> three = [new PyFromImport("airflow.sdk", SdkNames(dag))];
        IReadOnlyList<PyFromImport> two = Airflow2(dag, target == Target.Both ? $"{Names.Dataset} as {Names.Asset}" : Names.Dataset);
        IReadOnlyList<PyFromImport> own = target == Target.Airflow3 ? three : target == Target.Airflow2 ? two : [];
        return
        [
            new PyFromImport("__future__", "annotations"),
            Blank,
            new PyFromImport("datetime", "timedelta"),
            Blank,
            new PyImport("pendulum"),
            .. Everywhere(dag, target).Concat(own).OrderBy(import => import.Module, StringComparer.Ordinal),
            .. target == Target.Both ? new PyStatement[] { Blank, new PyTryImport(three, "Airflow 2", two) } : [],
        ];
    }

    private static IEnumerable<PyFromImport> Everywhere(Dag dag, Target target)
    {
        yield return new PyFromImport("airflow.providers.cncf.kubernetes.operators.pod", Names.PodOperator);
        yield return new PyFromImport("kubernetes.client", "models as k8s");
        foreach (var (isUsed, module, name) in new[]
        {
            (Use.OfSecrets(dag), "airflow.providers.cncf.kubernetes.secret", Names.Secret),
            (Use.OfSlack(dag), "airflow.providers.slack.notifications.slack", Names.SlackNotifier),
            (Use.OfSmtp(dag, target), "airflow.providers.smtp.notifications.smtp", Names.SmtpNotifier),
            (dag.Schedule is IntervalSchedule, "airflow.timetables.interval", Names.IntervalTimetable),
            (Timetable.IsCron(dag.Schedule), "airflow.timetables.trigger", Names.CronTimetable),
        })
        {
            if (isUsed)
            {
                yield return new PyFromImport(module, name);
            }
        }
    }

    private static IReadOnlyList<string> SdkNames(Dag dag) =>
    [
        "DAG",
        .. Use.OfAssets(dag) ? [Names.Asset] : Array.Empty<string>(),
        .. dag.Params.Count > 0 ? [Names.Param] : Array.Empty<string>(),
        .. dag.Groups.Count > 0 ? [Names.TaskGroup] : Array.Empty<string>(),
    ];

    private static IReadOnlyList<PyFromImport> Airflow2(Dag dag, string dataset) =>
    [
        new PyFromImport("airflow", "DAG"),
        .. Use.OfAssets(dag) ? [new PyFromImport("airflow.datasets", dataset)] : Array.Empty<PyFromImport>(),
        .. dag.Params.Count > 0 ? [new PyFromImport("airflow.models.param", Names.Param)] : Array.Empty<PyFromImport>(),
        .. dag.Groups.Count > 0 ? [new PyFromImport("airflow.utils.task_group", Names.TaskGroup)] : Array.Empty<PyFromImport>(),
    ];
}
