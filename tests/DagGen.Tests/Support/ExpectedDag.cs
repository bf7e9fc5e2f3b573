using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>The arguments that a DAG must be given, told from its model by another way than the generator's.</summary>
internal static class ExpectedDag
{
    public static IReadOnlyList<KeyValuePair<string, JsonNode?>> ArgumentsOf(Dag dag, Target target) =>
    [
        new("description", dag.Description),
        new("doc_md", dag.Documentation.Length == 0 ? null : dag.Documentation.TrimEnd('\n') + "\n"),
        new("schedule", ScheduleOf(dag.Schedule)),
        new("start_date", Date(dag, dag.StartDate)),
        new("end_date", dag.EndDate is { } end ? Date(dag, end) : null),
        new("catchup", dag.CatchUp),
        new("max_active_runs", dag.MaxActiveRuns),
        new("max_active_tasks", dag.MaxActiveTasks),
        new("dagrun_timeout", dag.RunTimeout.TotalSeconds),
        new("fail_fast", dag.FailFast && target == Target.Airflow3 ? true : null),
        new("fail_stop", dag.FailFast && target == Target.Airflow2 ? true : null),
        new("tags", dag.Tags.Count == 0 ? null : Json.List(dag.Tags)),
        new("owner_links", dag.OwnerLinks.Count == 0 ? null : Json.Map(dag.OwnerLinks.Select(link => (link.Owner, (JsonNode?)link.Uri)))),
        new("params", dag.Params.Count == 0 ? null : Json.Map(dag.Params.Select(param => (param.Name, (JsonNode?)ParamOf(param))))),
        new("on_success_callback", NotifiersOf(dag.Notifications.OnSuccess, target)),
        new("default_args", DefaultsOf(dag, target)),
    ];

    private static JsonObject DefaultsOf(Dag dag, Target target)
    {
        var emails = dag.Notifications.OnFailure.OfType<EmailNotification>().SelectMany(mail => mail.To).ToList();
        return Json.Map(
        [
            ("owner", dag.Owner),
            ("depends_on_past", false),
            ("email", target != Target.Airflow3 && emails.Count > 0 ? Json.List(emails) : null),
            ("email_on_failure", target == Target.Airflow3 ? null : emails.Count > 0),
            ("email_on_retry", target == Target.Airflow3 ? null : false),
            ("on_failure_callback", NotifiersOf(dag.Notifications.OnFailure, target)),
            ("retries", dag.Retries.Count),
            ("retry_delay", dag.Retries.Delay.TotalSeconds),
            ("retry_exponential_backoff", true),
            ("max_retry_delay", dag.Retries.MaxDelay.TotalSeconds),
            ("execution_timeout", dag.TaskTimeout.TotalSeconds),
        ]);
    }

    private static JsonNode? ScheduleOf(Schedule schedule) => schedule switch
    {
        CronSchedule cron => Json.Map([("cron", cron.Cron), ("timezone", cron.TimeZone)]),
        PresetSchedule { Preset: Preset.Once or Preset.Continuous } preset => "@" + Json.Word(preset.Preset),
        PresetSchedule preset => Json.Map([("cron", "@" + Json.Word(preset.Preset)), ("timezone", preset.TimeZone)]),
        IntervalSchedule interval => Json.Map([("every", interval.Every.TotalSeconds)]),
        AssetSchedule { Condition: AllOf all } => new JsonArray([.. all.Conditions.Select(ConditionOf)]),
        AssetSchedule { Condition: Asset asset } => new JsonArray(ConditionOf(asset)),
        AssetSchedule assets => ConditionOf(assets.Condition),
        _ => null,
    };

    private static JsonNode ConditionOf(AssetCondition condition) => condition switch
    {
        AnyOf any => Json.Map([("any", new JsonArray([.. any.Conditions.Select(ConditionOf)]))]),
        AllOf all => Json.Map([("all", new JsonArray([.. all.Conditions.Select(ConditionOf)]))]),
        _ => Json.Asset((Asset)condition),
    };

    private static JsonObject ParamOf(DagParam param) => Json.Map(
    [
        ("default", Value(param.Default)),
        ("type", Json.Word(param.Type)),
        ("description", param.Description.Length == 0 ? null : param.Description),
        ("enum", param.Enum.Count == 0 ? null : new JsonArray([.. param.Enum.Select(Value)])),
        ("minimum", param.Minimum),
        ("maximum", param.Maximum),
        ("pattern", param.Pattern),
    ]);

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        bool flag => flag,
        long whole => whole,
        decimal number => number,
        _ => value.ToString(),
    };

    private static JsonNode? NotifiersOf(IReadOnlyList<Notification> notifications, Target target)
    {
        var notifiers = notifications.Where(each => target == Target.Airflow3 || each is SlackNotification).Select(NotifierOf).ToArray();
        return notifiers is [var only] ? only : notifiers.Length == 0 ? null : new JsonArray(notifiers);
    }

    private static JsonNode NotifierOf(Notification notification) => notification switch
    {
        SlackNotification slack => Json.Map(
            [("notifier", "SlackNotifier"), ("slack_conn_id", slack.ConnectionId), ("channel", slack.Channel), ("text", slack.Text)]),
        EmailNotification mail => Json.Map(
            [("notifier", "SmtpNotifier"), ("to", Json.List(mail.To)), ("subject", mail.Subject), ("html_content", mail.Body)]),
        _ => throw new ArgumentOutOfRangeException(nameof(notification)),
    };

    private static JsonObject Date(Dag dag, DateOnly day) =>
        Json.Map([("at", $"{day:yyyy-MM-dd}T00:00:00"), ("zone", dag.Schedule.TimeZone)]);
}
