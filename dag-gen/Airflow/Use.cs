using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Airflow;

/// <summary>Which of Airflow's parts a pipeline uses.</summary>
internal static class Use
{
    public static bool OfAssets(Dag dag) => dag.Schedule is AssetSchedule || dag.Tasks.Any(task => task.Inlets.Count + task.Outlets.Count > 0);

    public static bool OfSecrets(Dag dag) => dag.Tasks.Any(task => task.Secrets.Count > 0);

    public static bool OfStages(Dag dag) => dag.Tasks.Any(task => task.Stage is not null);

    public static bool OfSlack(Dag dag) => NotificationsOf(dag).Any(notification => notification is SlackNotification);

    /// <summary>True if mail is sent by a notifier: Airflow 2 does it by arguments of its own.</summary>
    public static bool OfSmtp(Dag dag, Target target) =>
        target == Target.Airflow3 && NotificationsOf(dag).Any(notification => notification is EmailNotification);

    private static IEnumerable<Notification> NotificationsOf(Dag dag) => [.. dag.Notifications.OnFailure, .. dag.Notifications.OnSuccess];
}
