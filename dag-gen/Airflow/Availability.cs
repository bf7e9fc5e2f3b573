using Slipstream.DagGen.Model;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Airflow;

/// <summary>What a pipeline says and a target cannot do. It is refused, and never left out without a word.</summary>
internal static class Availability
{
    public const string Code = "DG31";

    /// <summary>Checks all pipelines before it complains.</summary>
    /// <exception cref="ModelException">The target lacks something; the message says since when it is there.</exception>
    public static void Require(IReadOnlyList<Dag> dags, Target target)
    {
        List<Diagnostic> diagnostics = [.. dags.SelectMany(dag => Check(dag, target).Select(breach => new Diagnostic(Code, dag.Id, breach)))];
        if (diagnostics.Count > 0)
        {
            throw new ModelException(diagnostics);
        }
    }

    public static IEnumerable<Breach> Check(Dag dag, Target target) => target == Target.Airflow3 ? [] :
    [
        .. FailFast(dag, target),
        .. dag.Notifications.OnFailure.OfType<EmailNotification>().Where(mail => mail.Subject is not null || mail.Body is not null)
            .Select(_ => Lacks(target, "Notifications.OnFailure", "A subject or a body of one's own for e-mail", "3.0", "leave them out")),
        .. dag.Notifications.OnSuccess.OfType<EmailNotification>()
            .Select(_ => Lacks(target, "Notifications.OnSuccess", "E-mail on success", "3.0", "use Slack")),
        .. dag.Tasks.Where(task => task.TriggerRule == TriggerRule.AllDoneMinOneSuccess)
            .Select(task => Lacks(target, $"Tasks['{task.Id}'].TriggerRule", "The trigger rule 'all_done_min_one_success'", "3.1", "use 'one_success' or 'all_done'")),
        .. NamedAssets(dag).DistinctBy(asset => asset.Uri)
            .Select(asset => Lacks(target, $"Asset['{asset.Uri}'].Name", "The name of an asset", "3.0", "leave it out: the URI is enough")),
    ];

    private static IEnumerable<Breach> FailFast(Dag dag, Target target)
    {
        if (dag.FailFast && target == Target.Both)
        {
            yield return new Breach(
                "FailFast",
                "Target 'both' has no name for it: it is 'fail_fast' since Airflow 3.0, and was 'fail_stop' from 2.7 on. "
                + "Generate for 'airflow-3' or 'airflow-2', or leave it out.");
        }
    }

    private static IEnumerable<Asset> NamedAssets(Dag dag) => dag.Tasks
        .SelectMany(task => task.Inlets.Concat(task.Outlets))
        .Concat(dag.Schedule is AssetSchedule schedule ? schedule.Condition.Assets : [])
        .Where(asset => asset.Name is not null);

    private static Breach Lacks(Target target, string member, string feature, string since, string instead) => new(
        member, $"{feature} is there since Airflow {since}, and target '{target}' is for {target.Airflow}. Generate for 'airflow-3', or {instead}.");
}
