using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>What a pipeline says and a target cannot do. It is refused, and never left out without a word.</summary>
internal sealed class AvailabilityRule : ITargetRule
{
    public string Code => "DG31";

    public IEnumerable<Breach> Check(Dag dag, Target target) => target == Target.Airflow3 ? [] :
    [
        .. FailFast(dag, target),
        .. dag.Notifications.OnFailure.OfType<EmailNotification>().Where(mail => mail.Subject is not null || mail.Body is not null)
            .Select(_ => Lacks(target, "Notifications.OnFailure", "A subject or a body of one's own for e-mail", "leave them out")),
        .. dag.Notifications.OnSuccess.OfType<EmailNotification>()
            .Select(_ => Lacks(target, "Notifications.OnSuccess", "E-mail on success", "use Slack")),
        .. AssetUse.All([dag]).Where(use => use.Asset.Name is not null).DistinctBy(use => use.Asset.Uri)
            .Select(use => Lacks(target, $"{use.Member}.Name", "The name of an asset", "leave it out: the URI is enough")),
    ];

    private static IEnumerable<Breach> FailFast(Dag dag, Target target)
    {
        if (dag.FailFast && target == Target.Both)
        {
            yield return new Breach(
                "FailFast",
                "Target 'both' has no name for it: it exists since Airflow 3.0 as 'fail_fast', and was 'fail_stop' from 2.7 on. "
                + "Generate for 'airflow-3' or 'airflow-2', or leave it out.");
        }
    }

    private static Breach Lacks(Target target, string member, string feature, string instead) => new(
        member, $"{feature} exists since Airflow 3.0, but target '{target}' is for {target.Airflow}. Generate for 'airflow-3', or {instead}.");
}
