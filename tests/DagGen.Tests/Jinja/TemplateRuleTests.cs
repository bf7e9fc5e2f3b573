using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Jinja;

public sealed class TemplateRuleTests
{
    private static readonly Asset Data = new("s3://example-curated/some");

    [Theory]
    [InlineData("{{ ds }}")]
    [InlineData("{{ data_interval_end | ds }} of {{ run_id[:8] }}")]
    [InlineData("{{ params.mode }}{{ params['mode'] }}{{ params.get('mode') }}{% for key in params.keys() %}{{ key }}{% endfor %}")]
    [InlineData("{{ ti.xcom_pull(task_ids='first') }}")]
    [InlineData("{{ task_instance.xcom_pull('silent', key='pod_name') }}")]
    [InlineData("{{ ti.xcom_pull(task_ids=['first', 'middle'], key='return_value') }}")]
    [InlineData("{{ macros.ds_add(ds, -1) }}{{ var.value.bucket }}{{ var.json.all.one }}{{ conn.db.host }}")]
    [InlineData("{% set day = data_interval_end | ds %}{{ day }}{% for x in range(3) %}{{ x }}{{ loop.index }}{% endfor %}")]
    [InlineData("{{ outlet_events if outlet_events is defined else 'none' }}")]
    [InlineData("{% if execution_date is defined %}{{ execution_date }}{% else %}{{ logical_date }}{% endif %}")]
    [InlineData("{{ conf | default('none') }}")]
    [InlineData("{{ dag_run.conf['table'] }}")]
    public void Good_templates_break_no_rule_in_any_release(string template) =>
        Assert.All(Target.All, target => Assert.DoesNotContain(Check(Dag(template), target), breach => breach.Severity == Severity.Error));

    [Theory]
    [InlineData("{{ dss }}", "No run defines 'dss'. Did you mean 'ds'?")]
    [InlineData("{{ dag_runn.conf }}", "Did you mean 'dag_run'?")]
    [InlineData("{{ ds if data_interval_ent is defined else 1 }}", "Did you mean 'data_interval_end'?")]
    [InlineData("{{ full }}", "No run defines 'full'.")]
    [InlineData("{{ ds }", "Write '}}'")]
    [InlineData("{{ ds | dds }}", "Did you mean 'ds'?")]
    [InlineData("{{ params.mod }}", "The pipeline has no parameter 'mod'. Did you mean 'mode'?")]
    [InlineData("{{ params['nothing'] }}", "The pipeline has no parameter 'nothing'. Declare it in Params.")]
    [InlineData("{{ params.get('nothing') }}", "no parameter 'nothing'")]
    [InlineData("{{ var.bucket }}", "Write 'var.value.bucket'")]
    [InlineData("{{ ti.xcom_pull(task_ids='other') }}", "Task 'other' does not run before 'last'. Add an edge.")]
    [InlineData("{{ ti.xcom_pull(task_ids='last') }}", "Task 'last' does not run before 'last'")]
    [InlineData("{{ ti.xcom_pull('silent') }}", "Task 'silent' pushes no XCom. Set its PushesXCom.")]
    [InlineData("{{ ti.xcom_pull(task_ids=['first', 'frist']) }}", "There is no task 'frist' to read from. Did you mean 'first'?")]
    [InlineData("{{ task_instance.xcom_pull(task_ids='in-group') }}", "Did you mean 'group.in-group'?")]
    [InlineData("{{ ti.xcom_pull() }}", "Write xcom_pull(task_ids='…')")]
    public void Bad_templates_are_refused_in_every_release(string template, string message) => Assert.All(
        Target.All,
        target => Assert.Contains(Check(Dag(template), target), breach => breach.Message.Contains(message, StringComparison.Ordinal)));

    [Theory]
    [InlineData("{{ execution_date }}", "Use 'logical_date', or 'data_interval_end'")]
    [InlineData("{{ yesterday_ds }}", "Use 'macros.ds_add(ds, -1)'")]
    [InlineData("{{ yesterday_ds_nodash }}", "macros.ds_format(")]
    [InlineData("{{ tomorrow_ds }}", "Use 'macros.ds_add(ds, 1)'")]
    [InlineData("{{ next_ds }}", "Use 'data_interval_end | ds'")]
    [InlineData("{{ prev_ds_nodash }}", "Use 'prev_data_interval_start_success | ds_nodash'")]
    [InlineData("{{ next_execution_date }}", "Use 'data_interval_end'")]
    [InlineData("{{ prev_execution_date }}", "Use 'prev_data_interval_start_success'")]
    [InlineData("{{ conf }}", "Use 'params'")]
    [InlineData("{{ triggering_dataset_events }}", "Use 'triggering_asset_events'")]
    public void Names_that_airflow_3_removed_are_refused_there_and_warned_of_in_airflow_2(string template, string message)
    {
        foreach (var (target, severity) in new[] { (Target.Airflow3, Severity.Error), (Target.Both, Severity.Error), (Target.Airflow2, Severity.Warning) })
        {
            var breach = Assert.Single(Check(Dag(template), target));
            Assert.Equal(("Tasks['last'].Environment['VALUE']", severity), (breach.Member, breach.Severity));
            Assert.Contains(message, breach.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{{ triggering_asset_events }}", "Airflow 2 has no 'triggering_asset_events'. Generate for airflow-3 only")]
    [InlineData("{{ dag_run.run_after | ds }}", "Airflow 2 has no 'dag_run.run_after'")]
    public void Names_that_airflow_2_lacks_are_refused_unless_the_file_is_for_airflow_3(string template, string message)
    {
        Assert.Empty(Check(Dag(template), Target.Airflow3));
        Assert.Contains(message, Assert.Single(Check(Dag(template), Target.Airflow2)).Message, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Single(Check(Dag(template), Target.Both)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ ds }}", "'ds if ds is defined else …'")]
    [InlineData("{{ data_interval_end | ds }}", "(data_interval_end if data_interval_end is defined else dag_run.run_after) | ds")]
    [InlineData("{% if params.mode %}{{ ts_nodash }}{% endif %}", "no 'ts_nodash'")]
    [InlineData("{{ logical_date if data_interval_end is not defined else 1 }}", "no 'logical_date'")]
    public void Dates_are_refused_where_new_data_start_the_run(string template, string message)
    {
        var dag = Dag(template) with { Schedule = new AssetSchedule(Data) };

        Assert.Empty(Check(dag, Target.Airflow2));
        Assert.Contains(message, Assert.Single(Check(dag, Target.Airflow3)).Message, StringComparison.Ordinal);
        Assert.Contains(message, Assert.Single(Check(dag, Target.Both)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ (data_interval_end if data_interval_end is defined else dag_run.run_after) | ds }}")]
    [InlineData("{{ (dag_run.run_after if data_interval_end is not defined else data_interval_end) | ds }}")]
    [InlineData("{% if ds is defined and params.mode %}{{ ds }}{% else %}{{ run_id }}{% endif %}")]
    [InlineData("{% if ds is undefined %}none{% elif params.mode %}{{ ds }}{% endif %}")]
    [InlineData("{{ ds | default('none') }}")]
    [InlineData("{{ ds if dag_run.logical_date else 'none' }}")]
    [InlineData("{{ 'none' if dag_run.logical_date is none else ds }}")]
    public void Dates_may_be_guarded(string template) => Assert.All(
        Target.All, target => Assert.Empty(Check(Dag(template) with { Schedule = new AssetSchedule(Data) }, target)));

    [Fact]
    public void Commands_and_arguments_are_templates_too()
    {
        var dag = Dag("{{ ds }}");
        dag = dag with
        {
            Tasks = [.. dag.Tasks.Select(task => task.Id == "last"
                ? task with { Command = ["sh", TemplatedText.Template("{{ a }}")], Arguments = [TemplatedText.Template("{{ b }}"), "{{ ds }}"] }
                : task)],
        };

        Assert.Equal(
            ["Tasks['last'].Command[1]", "Tasks['last'].Arguments[0]", "Tasks['last'].Arguments[1]"], Check(dag, Target.Both).Select(breach => breach.Member));
    }

    [Fact]
    public void A_fixed_text_of_a_container_is_no_template_unless_it_is_called_one()
    {
        var breach = Assert.Single(Check(Dag(TemplatedText.Fixed("{{ ds }}")), Target.Both));

        Assert.Contains("If it is one, write TemplatedText.Template(…)", breach.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("{ ds }}")]
    public void A_template_that_renders_nothing_is_warned_of(string template)
    {
        var breach = Assert.Single(Check(Dag(template), Target.Both));

        Assert.Equal(Severity.Warning, breach.Severity);
        Assert.Contains("Look at its braces", breach.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("airflow-2", "before version 9.0.1 of its Kubernetes provider, and the file is for 7.14 and later")]
    [InlineData("both", "before version 9.0.1 of its Kubernetes provider")]
    [InlineData("airflow-3", null)]
    public void Node_selectors_are_rendered_by_newer_providers_only(string target, string? message)
    {
        var found = Check(With(task => task with { NodeSelector = [new Label("zone", "{{ params.mode }}")] }), Target.Parse(target));

        Assert.Equal(message is null ? 0 : 1, found.Count);
        Assert.All(found, breach => Assert.Contains(message!, breach.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_airflow_renders_is_checked_and_what_it_does_not_render_is_refused()
    {
        var dag = With(task => task with
        {
            Annotations = [new Annotation("run", "{{ run_di }}"), new Annotation("fine", "{{ run_id }}"), new Annotation("{{ ds }}", "x")],
            Identity = Identity.ServiceAccount("{{ params.mode }}"),
            Tolerations = [new Toleration("a", "{{ ds }}")],
            Pool = "{{ ds }}",
            Outlets = [new Asset("s3://example-curated/{{ ds }}")],
        });

        var found = Check(dag, Target.Airflow3);

        Assert.Equal(
            [
                "Tasks['last'].Annotations['run']", "Tasks['last'].Annotations['{{ ds }}']", "Tasks['last'].Identity", "Tasks['last'].Pool",
                "Tasks['last'].Tolerations['a']", "Tasks['last'].Outlets['s3://example-curated/{{ ds }}']",
            ],
            found.Select(breach => breach.Member));
        Assert.Contains("Did you mean 'run_id'?", found[0].Message, StringComparison.Ordinal);
        Assert.Contains("Airflow does not render 'service_account_name' here", found[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Messages_are_templates()
    {
        var dag = Dag("{{ ds }}") with
        {
            Notifications = new Notifications
            {
                OnFailure =
                [
                    Notification.Slack("#data", "{{ dag.dag_id }} failed: {{ exception }} {{ runid }}"),
                    new EmailNotification(["a@example.com"], "{{ ds", "{{ ti.task_id }}"),
                ],
            },
        };

        Assert.Equal(
            ["Notifications.OnFailure[0].Text", "Notifications.OnFailure[1].Subject"], Check(dag, Target.Both).Select(breach => breach.Member));
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/London")]
    public void Facts_of_the_run_are_templates_that_every_release_and_run_can_render(string zone)
    {
        foreach (var schedule in new Schedule[] { new CronSchedule("0 6 * * *", zone), new ManualSchedule(zone), new AssetSchedule(Data, zone) })
        {
            foreach (var fact in Enum.GetValues<RunFact>())
            {
                Assert.All(
                    Target.All,
                    target => Assert.Empty(Check(Dag(TemplatedText.Template(RunTemplate.Of(fact, zone, target))) with { Schedule = schedule }, target)));
            }
        }
    }

    private static List<Breach> Check(Dag dag, Target target) => [.. new TemplateRule().Check(dag, target)];

    private static Dag Dag(string template) => Dag(TemplatedText.Template(template));

    // first → middle → last, with tasks beside them.
    private static Dag Dag(TemplatedText value) =>
        Some.Dag(
            Task("first") with { PushesXCom = true },
            Task("silent"),
            Task("middle") with { PushesXCom = true },
            Task("in-group") with { PushesXCom = true, Group = "group" },
            Task("last") with { EnvironmentVariables = [new TaskVariable("VALUE", value)] },
            Task("other") with { PushesXCom = true }) with
        {
            Params = [DagParam.Text("mode", "full", "How much")],
            Groups = [new TaskGroup("group")],
            Edges =
            [
                new Edge("first", "middle"), new Edge("silent", "middle"), new Edge("middle", "last"), new Edge("in-group", "last"), new Edge("last", "other"),
            ],
        };

    private static Dag With(Func<DagTask, DagTask> change)
    {
        var dag = Dag("{{ ds }}");
        return dag with { Tasks = [.. dag.Tasks.Select(task => task.Id == "last" ? change(task) : task)] };
    }

    private static ContainerTask Task(string id) => new()
    {
        Id = id,
        ImageReference = new ImageReference("registry.example.com/tool:v1"),
        Identity = Identity.ServiceAccount("some-account"),
    };
}
