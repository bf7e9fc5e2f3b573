using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>The arguments that a task must be given besides those of its pod.</summary>
internal static class ExpectedTask
{
    public static IReadOnlyList<KeyValuePair<string, JsonNode?>> ArgumentsOf(Dag dag, DagTask task, Target target) =>
    [
        new("name", dag.FullIdOf(task).Replace('.', '-')),
        new("image", dag.ImageOf(task).Text),
        new("doc_md", task.Documentation.Length == 0 ? null : task.Documentation + "\n"),
        new("cmds", Texts(dag, task.Command, target)),
        new("arguments", Texts(dag, task.Arguments, target)),
        new("env_vars", Environment(dag, task, target)),
        new("trigger_rule", task.TriggerRule == TriggerRule.AllSuccess ? null : Json.Word(task.TriggerRule)),
        new("retries", task.Retries?.Count),
        new("retry_delay", task.Retries is { Count: > 0 } ? task.Retries.Delay.TotalSeconds : null),
        new("max_retry_delay", task.Retries is { Count: > 0 } ? task.Retries.MaxDelay.TotalSeconds : null),
        new("execution_timeout", task.Timeout?.TotalSeconds),
        new("depends_on_past", task.DependsOnPast ? true : null),
        new("wait_for_downstream", task.WaitForDownstream ? true : null),
        new("pool", task.Pool),
        new("pool_slots", task.PoolSlots == 1 ? null : task.PoolSlots),
        new("priority_weight", task.PriorityWeight),
        new("weight_rule", task.WeightRule is { } rule ? Json.Word(rule) : null),
        new("max_active_tis_per_dag", task.MaxActiveTasksPerDag),
        new("skip_on_exit_code", Codes(task.SkipExitCodes)),
        new("inlets", task.Inlets.Count == 0 ? null : new JsonArray([.. task.Inlets.Select(Json.Asset)])),
        new("outlets", task.Outlets.Count == 0 ? null : new JsonArray([.. task.Outlets.Select(Json.Asset)])),
    ];

    private static JsonNode? Codes(IReadOnlyList<int> codes) => codes.Count switch
    {
        0 => null,
        1 => codes[0],
        _ => new JsonArray([.. codes.Select(code => (JsonNode?)code)]),
    };

    private static JsonArray? Texts(Dag dag, IReadOnlyList<TemplatedText> texts, Target target) =>
        texts.Count == 0 ? null : Json.List(texts.Select(text => Rendered(dag, text, target)));

    private static JsonObject? Environment(Dag dag, DagTask task, Target target)
    {
        IEnumerable<TaskVariable> variables = dag.SingleImage && task.Stage is not null
            ? [new TaskVariable("STAGE", task.Stage), .. task.Environment]
            : task.Environment;
        if (task is { Stage: not null, Identity: ServiceAccountIdentity { Binding: AccountBinding.Irsa } })
        {
            variables = variables.Append(new TaskVariable("AWS_ROLE_SESSION_NAME", $"{dag.FullIdOf(task)}@{dag.Id}"));
        }

        var map = Json.Map(variables.Select(variable => (variable.Name, (JsonNode?)Rendered(dag, variable.Value, target))));
        return map.Count == 0 ? null : map;
    }

    private static string Rendered(Dag dag, TemplatedText text, Target target) => text switch
    {
        FixedText plain => plain.Text,
        TemplateText template => template.Jinja,
        FactText fact => RunTemplate.Of(fact.Fact, dag.Schedule.TimeZone, target),
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };
}
