using Slipstream.Contracts;
using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

public sealed class RuleBookTests
{
    private static readonly string Long = new('a', 55);

    [Fact]
    public void Codes_are_not_shared() => Assert.Equal(RuleBook.All.Count, RuleBook.All.Select(rule => rule.Code).Distinct().Count());

    [Fact]
    public void Good_models_break_no_rule()
    {
        RuleBook.Require([Some.Dag(), Some.HostileDag()]);
        RuleBook.Require([.. AllPipelines.List.Select(pipeline => pipeline.In(DeploymentEnvironment.Production()))]);
    }

    [Theory]
    [InlineData("café", "not made of ASCII letters")]
    [InlineData("two words", "not made of ASCII letters")]
    [InlineData("line\n", "not made of ASCII letters")]
    [InlineData("", "not made of ASCII letters")]
    public void Dag_ids_are_ascii_words(string id, string message) => Expect("DG01", "Id", message, Some.Dag() with { Id = id });

    [Fact]
    public void Dag_ids_have_at_most_250_characters() => Expect("DG01", "Id", "shorten it", Some.Dag() with { Id = new string('a', 251) });

    [Theory]
    [InlineData("run_curated", "Use dashes: the id is also the pod name")]
    [InlineData("Extract", "is no pod name")]
    [InlineData("extract-", "is no pod name")]
    [InlineData("extract\n", "is no pod name")]
    public void Task_ids_are_pod_names(string id, string message) => Expect("DG02", $"Tasks['{id}'].Id", message, Some.Dag(Some.Task(id)));

    [Fact]
    public void Task_ids_leave_room_for_the_pods_suffix() => Expect("DG02", $"Tasks['{Long}'].Id", $"would be called '{Long[..54]}'", Some.Dag(Some.Task(Long)));

    [Fact]
    public void A_dag_has_a_task() => Expect("DG04", "Tasks", "has no task", Some.Dag() with { Tasks = [] });

    [Fact]
    public void Task_ids_are_unique() => Expect("DG04", "Tasks['a']", "2 tasks have the id 'a'", Some.Dag(Some.Task("a"), Some.Task("a")));

    [Fact]
    public void Edges_name_tasks() => Expect(
        "DG04", "Edges['first' -> 'third']", "names the task 'third'", Some.Dag() with { Edges = [new Edge("first", "third")] });

    [Fact]
    public void No_task_waits_for_itself() => Expect(
        "DG04", "Edges['first' -> 'first']", "waits for itself", Some.Dag() with { Edges = [new Edge("first", "first")] });

    [Fact]
    public void Edges_are_given_once() => Expect(
        "DG04", "Edges['first' -> 'second']", "given 2 times", Some.Dag() with { Edges = [new Edge("first", "second"), new Edge("first", "second")] });

    [Fact]
    public void A_cycle_is_printed_whole_and_without_what_leads_to_it()
    {
        var dag = Some.Dag(Some.Task("behind"), Some.Task("a"), Some.Task("b"), Some.Task("c")) with
        {
            Edges = [new Edge("a", "b"), new Edge("b", "c"), new Edge("c", "a"), new Edge("c", "behind"), new Edge("unknown", "a")],
        };

        Assert.Contains(RuleBook.Check([dag], Target.Both).All, found => found.Breach.Message.Contains("c -> a -> b -> c", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0 30 13 * * *", "Write five")]
    [InlineData("0 0 31 2 *", "it never fires")]
    [InlineData("99 * * * *", "has the minute '99'")]
    public void Schedules_fire(string cron, string message) =>
        Expect("DG06", "Schedule.Cron", message, Some.Dag() with { Schedule = new CronSchedule(cron, "UTC") });

    [Theory]
    [InlineData("Europe/Londinium")]
    [InlineData("GMT Standard Time")]
    [InlineData("")]
    public void Time_zones_are_iana_names(string zone) =>
        Expect("DG07", "Schedule.TimeZone", "Use an IANA name", Some.Dag() with { Schedule = new CronSchedule("0 6 * * *", zone) });

    [Fact]
    public void Limits_make_sense()
    {
        var dag = Some.Dag() with { MaxActiveRuns = 0, TaskTimeout = TimeSpan.Zero, Retries = new RetryPolicy { Count = -1, Delay = TimeSpan.FromSeconds(1.5) } };

        Assert.Equal(
            ["Retries.Count", "MaxActiveRuns", "TaskTimeout", "Retries.Delay"], RuleBook.Check([dag], Target.Both).All.Select(found => found.Breach.Member));
    }

    [Theory]
    [InlineData("A B", "no name of a variable")]
    [InlineData("1A", "no name of a variable")]
    [InlineData("A-B", "no name of a variable")]
    [InlineData("AIRFLOW_HOME", "one of Airflow's own")]
    public void Variables_have_names_that_shells_take(string name, string message) =>
        Expect("DG15", $"Tasks['a'].Environment['{name}']", message, Some.Dag(Some.Task("a", new EnvironmentVariable(name, "x", null))));

    [Fact]
    public void Variables_are_set_once() => Expect(
        "DG15", "Tasks['a'].Environment['A']", "set 2 times", Some.Dag(Some.Task("a", new EnvironmentVariable("A", "1", null), new EnvironmentVariable("A", "2", null))));

    [Theory]
    [InlineData("https://registry.example.com/slipstream")]
    [InlineData("registry.example.com/Slipstream")]
    [InlineData("registry.example.com/slip stream")]
    [InlineData("None.dkr/")]
    [InlineData("")]
    public void Images_are_well_written(string repository) =>
        Expect("DG19", "Tasks['a'].Image", "is no image", Some.Dag(Some.Task("a")) with { ImageRepository = repository });

    [Fact]
    public void Containers_are_of_the_release_that_they_are_told() => Expect(
        "DG19", "Tasks['extract'].Environment['GIT_TAG']", "is told that it is", Some.Dag(Some.Extract("extract")) with { GitTag = GitTag.Parse("v9.9.9") });

    [Theory]
    [InlineData("app", "ends_", "has the value 'ends_'")]
    [InlineData("app", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "at most 63")]
    [InlineData("app", "two words", "has the value 'two words'")]
    [InlineData("Example.com/app", "x", "is no label")]
    [InlineData("dag_id", "x", "Airflow sets itself")]
    public void Labels_are_what_kubernetes_takes(string key, string value, string message) =>
        Expect("DG20", $"Pod.Labels['{key}']", message, Some.Dag() with { Pod = new PodSettings { Labels = [new Label(key, value)] } });

    [Theory]
    [InlineData("2 Gi")]
    [InlineData("2GB")]
    [InlineData("-1")]
    [InlineData("lots")]
    public void Resources_are_quantities(string memory) => Expect(
        "DG22", "Tasks['a'].Resources.Memory", "is no Kubernetes quantity", Some.Dag(Some.Task("a") with { Resources = new Resources { Memory = memory } }));

    [Theory]
    [InlineData("Upper")]
    [InlineData("under_score")]
    [InlineData("-a")]
    [InlineData("a..b")]
    public void Service_accounts_are_dns_names(string name) => Expect(
        "DG25", "Tasks['a'].Identity", "is no service account", Some.Dag(Some.Task("a") with { Identity = Identity.ServiceAccount(name) }));

    [Theory]
    [InlineData("{{ ds }}")]
    [InlineData("{% if x %}")]
    [InlineData("a{#b")]
    public void Fixed_texts_are_no_templates(string text) => Expect(
        "DG26", "Tasks['a'].Environment['A']", "would render it", Some.Dag(Some.Task("a", new EnvironmentVariable("A", text, null))));

    [Fact]
    public void Facts_of_the_run_may_be_templates() =>
        Assert.Empty(RuleBook.Check([Some.Dag(Some.Task("a", new EnvironmentVariable("A", null, RunFact.Timestamp)))], Target.Both).All);

    [Theory]
    [InlineData(0xd83d)]
    [InlineData(0xdc00)]
    public void Texts_are_made_of_whole_characters(int surrogate)
    {
        Expect("DG33", "Description", "half of a surrogate pair", Some.Dag() with { Description = $"a{(char)surrogate}" });
        Expect("DG33", "Description", "half of a surrogate pair", Some.Dag() with { Description = $"{(char)surrogate}a\U0001F680" });
    }

    [Fact]
    public void Pipelines_have_different_ids() => Assert.StartsWith(
        "error   DG05 some_dag Id: 2 pipelines have the id 'some_dag'. Give each its own",
        Assert.Throws<ModelException>(() => RuleBook.Require([Some.Dag(), Some.Dag()])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void All_breaches_of_all_pipelines_are_reported_at_once()
    {
        var exception = Assert.Throws<ModelException>(() => RuleBook.Require([Some.Dag() with { Id = "é" }, Some.Dag(Some.Task("a_b"))]));

        Assert.Equal(["DG02", "DG01"], exception.Diagnostics.All.Select(diagnostic => diagnostic.Code));
        Assert.Contains("error   DG02 some_dag Tasks['a_b'].Id: Task id 'a_b' contains an underscore.", exception.Message, StringComparison.Ordinal);
    }

    private static void Expect(string code, string member, string message, Dag dag)
    {
        var found = Assert.Single(RuleBook.Check([dag], Target.Both).All);
        Assert.Equal((code, member), (found.Code, found.Breach.Member));
        Assert.Contains(message, found.Breach.Message, StringComparison.Ordinal);
    }
}
