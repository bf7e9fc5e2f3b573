using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Airflow;

/// <summary>The stub refuses what Airflow refuses: a judge that accepts all judges nothing.</summary>
public sealed class StubTests
{
    private static readonly string Text = DagFile.Of(Everything.For(Target.Airflow3), Some.Provenance, Target.Airflow3).Text;
    private static readonly string TextOf2 = DagFile.Of(Everything.For(Target.Airflow2), Some.Provenance, Target.Airflow2).Text;

    // A piece of a good file, what stands there instead, and what the error says.
    private static readonly IReadOnlyList<(string Good, string Bad, string Message)> Faults =
    [
        ("dag_id=\"everything\"", "dag_id=\"every thing\"", "alphanumeric"),
        ("description=", "schedule_interval=None, description=", "schedule_interval"),
        ("fail_fast=True", "fail_stop=True", "fail_stop"),
        ("catchup=False,", "", "catchup is not given"),
        ("max_active_tasks=4", "max_active_tasks=\"4\"", "must be a int"),
        ("max_active_tasks=4", "max_active_tasks=0", "at least 1"),
        ("dagrun_timeout=timedelta(hours=6)", "dagrun_timeout=6", "must be a timedelta"),
        ("tz=\"Europe/London\"),\n    end_date", "tz=\"Europe/London\").replace(tzinfo=None),\n    end_date", "no time zone"),
        ("end_date=pendulum.datetime(2030", "end_date=pendulum.datetime(2020", "not behind"),
        ("tags=[\"everything\"]", "tags=[\"" + new string('x', 101) + "\"]", "longer than 100"),
        ("https://example.com/data-engineering", "data-engineering", "is no link"),
        ("Param(\"full\"", "Param(\"all\"", "is none of"),
        ("maximum=1", "maximum=0.1", "out of range"),
        ("pattern=\"^[A-Z]", "pattern=\"^[a-z]", "does not match"),
        ("\"owner\": ", "\"proprietor\": \"x\", \"owner\": ", "proprietor"),
        ("SmtpNotifier(", "SmtpNotifier(cC=[], ", "cC"),
        ("group_id=\"inner\"", "group_id=\"in.ner\"", "no group id"),
        ("task_id=\"any-image\"", "task_id=\"any image\"", "alphanumeric"),
        ("task_id=\"reader\"", "task_id=\"teardown\"", "already been added"),
        ("name=\"reader\"", "name=\"rea_der\"", "no pod name"),
        ("image=\"registry.example.com/tools/loader:v1.2.3\"", "image=None", "image is not given"),
        ("retries=5", "retries=\"5\"", "must be a int"),
        ("execution_timeout=timedelta(minutes=90)", "execution_timeout=5400", "must be a timedelta"),
        ("weight_rule=\"absolute\"", "weight_rule=\"heavy\"", "weight_rule"),
        ("pool_slots=2", "pool_slots=0", "at least 1"),
        ("skip_on_exit_code=[99, 100]", "skip_on_exit_code=\"x\"", "must be numbers"),
        ("skip_on_exit_code=[99, 100]", "trigger_rule=\"all_done\"", "allows only all_success"),
        ("skip_on_exit_code=[99, 100]", "trigger_rule=\"sometimes\"", "is not known"),
        ("skip_on_exit_code=[99, 100]", "is_delete_operator_pod=True", "is_delete_operator_pod"),
        ("\"STAGE\": \"run-curated\"", "\"STAGE\": 1", "map strings to strings"),
        ("\"do_xcom_push\": True", "\"do_xcom_push\": \"yes\"", "must be a bool"),
        ("\"volumes\": [\n                        k8s.V1Volume(", "\"volumes\": [\n                        dict(", "list of V1Volume"),
        ("name=\"cache\", mount_path", "name=\"cash\", mount_path", "has no volume"),
        ("\"container_security_context\": k8s.V1SecurityContext(", "\"container_security_context\": k8s.V1PodSecurityContext(", "read_only_root_filesystem"),
        ("k8s.V1Toleration(", "dict(", "list of V1Toleration"),
        ("Secret(\"volume\"", "Secret(\"file\"", "deploy_type"),
        ("inlets=[\n                    Asset(name=\"prices\", uri=\"s3://example-curated/prices\"),", "inlets=[\n                    \"s3://example-curated/prices\",", "list of Asset"),
        ("uri=\"s3://example-curated/loaded\"", "uri=\"s3://example-curated/loaded/\"", "not canonical"),
        ("uri=\"s3://example-curated/loaded\"", "uri=\"airflow://loaded\"", "reserved"),
        ("on_finish_action\": \"delete_succeeded_pod\"", "on_finish_action\": \"forget\"", "on_finish_action"),
        ("doc_md=\"All at once.\\n\"", "doc_md=\"README.md\"", "opened as a file"),
        ("setups=[tasks[\"outer.run-curated\"]]", "setups=[tasks[\"reader\"]]", "is no setup"),
        ("tasks[\"outer.run-curated\"].as_setup()", "tasks[\"teardown\"] >> tasks[\"outer.run-curated\"].as_setup()", "Cycle"),
        ("from airflow.sdk import DAG", "from airflow.datasets import Dataset\nfrom airflow.sdk import DAG", "airflow.datasets"),
    ];

    [Fact]
    public async Task What_airflow_refuses_is_refused()
    {
        var faults = Faults;
        Assert.All(faults, fault => Assert.Contains(fault.Good, Text, StringComparison.Ordinal));

        var dumps = await StubbedAirflow.DumpAsync(faults.Select(fault => (3, Text.Replace(fault.Good, fault.Bad, StringComparison.Ordinal))));

        Assert.All(faults.Zip(dumps), pair => Assert.Contains(pair.First.Message, (string?)pair.Second["error"] ?? $"nothing, but for {pair.First.Bad}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_of_one_release_cannot_be_imported_by_the_other()
    {
        var dumps = await StubbedAirflow.DumpAsync([(2, Text), (3, TextOf2), (3, Text), (2, TextOf2)]);

        Assert.Contains("airflow", (string?)dumps[0]["error"], StringComparison.Ordinal);
        Assert.Contains("airflow", (string?)dumps[1]["error"], StringComparison.Ordinal);
        Assert.Null(dumps[2]["error"]);
        Assert.Null(dumps[3]["error"]);
    }

    [Fact]
    public async Task A_rule_of_Airflow_3_is_unknown_to_Airflow_2()
    {
        var text = TextOf2.Replace("skip_on_exit_code=[99, 100]", "trigger_rule=\"all_done_min_one_success\"", StringComparison.Ordinal);

        Assert.Contains("is not known", (string?)(await StubbedAirflow.DumpAsync([(2, text)]))[0]["error"], StringComparison.Ordinal);
    }
}
