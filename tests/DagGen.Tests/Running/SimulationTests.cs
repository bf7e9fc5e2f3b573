using Slipstream.DagGen.Model;
using Slipstream.DagGen.Running;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Running;

/// <summary>How whole runs go: trigger rules, setups and teardowns together.</summary>
public sealed class SimulationTests
{
    [Fact]
    public void Without_failures_all_tasks_succeed()
    {
        Assert.Equal(["a  success", "b  success", "The run would succeed."], Of(Chain("a", "b")));
    }

    [Fact]
    public void A_failure_ends_what_is_behind_it()
    {
        Assert.Equal(
            [
                "a  success",
                "b  failed           exit code 7",
                "c  upstream_failed  all_success: b failed",
                "d  upstream_failed  all_success: c upstream_failed",
                "The run would fail with exit code 7.",
            ],
            Of(Chain("a", "b", "c", "d"), ("b", 7)));
    }

    [Fact]
    public void A_skip_goes_on_to_what_is_behind_it_and_fails_nothing()
    {
        var dag = Chain("a", "b", "c");
        dag = dag with { Tasks = [dag.Tasks[0] with { SkipExitCodes = [99] }, .. dag.Tasks.Skip(1)] };

        Assert.Equal(
            ["a  skipped          exit code 99", "b  skipped          all_success: a skipped", "c  skipped          all_success: b skipped", "The run would succeed."],
            Of(dag, ("a", 99)));
    }

    [Fact]
    public void A_branch_by_exit_code_joins_again()
    {
        var dag = Some.Dag(
            Some.Task("decide") with { SkipExitCodes = [99] },
            Some.Task("process"),
            Some.Task("join") with { TriggerRule = TriggerRule.NoneFailed }) with
        {
            Edges = [new Edge("decide", "process"), new Edge("process", "join")],
        };

        Assert.Equal("join     success", Of(dag, ("decide", 99))[2]);
    }

    [Fact]
    public void A_cleanup_at_the_end_hides_a_failure_and_the_run_says_so()
    {
        var dag = Chain("work", "clean");
        dag = dag with { Tasks = [dag.Tasks[0], dag.Tasks[1] with { TriggerRule = TriggerRule.AllDone }] };
        var lines = Of(dag, ("work", 1));

        Assert.Equal("clean  success", lines[1]);
        Assert.StartsWith("Failed: 'work'. The run succeeds all the same, as in Airflow:", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentinel_beside_the_cleanup_fails_the_run()
    {
        var dag = Chain("work", "clean");
        dag = dag with
        {
            Tasks = [dag.Tasks[0], dag.Tasks[1] with { TriggerRule = TriggerRule.AllDone }, Some.Task("sentinel")],
            Edges = [.. dag.Edges, new Edge("work", "sentinel")],
        };

        Assert.Equal("The run would fail with exit code 3.", Of(dag, ("work", 3))[^1]);
    }

    [Fact]
    public void A_teardown_runs_behind_a_failure_and_does_not_hide_it()
    {
        var lines = Of(WithCluster(), ("work", 4));

        Assert.Equal("more      upstream_failed  all_success: work failed", lines[2]);
        Assert.Equal("teardown  success", lines[3]);
        Assert.Equal("The run would fail with exit code 4.", lines[4]);
    }

    [Fact]
    public void A_teardown_that_fails_does_not_fail_the_run()
    {
        var lines = Of(WithCluster(), ("teardown", 1));

        Assert.Equal("teardown  failed           exit code 1", lines[3]);
        Assert.Contains("teardowns do not decide it", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_torn_down_if_nothing_was_set_up()
    {
        var lines = Of(WithCluster(), ("setup", 1));

        Assert.Equal(
            ["setup     failed           exit code 1", "work      upstream_failed  all_success: setup failed"],
            lines.Take(2));
        Assert.StartsWith("teardown  upstream_failed", lines[3], StringComparison.Ordinal);
        Assert.Equal("The run would fail with exit code 1.", lines[4]);
    }

    [Fact]
    public void Work_further_down_needs_its_setup_whatever_its_own_rule()
    {
        var dag = WithCluster();
        dag = dag with { Tasks = [.. dag.Tasks.Select(task => task.Id == "more" ? task with { TriggerRule = TriggerRule.AllDone } : task)] };

        Assert.StartsWith("more      upstream_failed", Of(dag, ("setup", 1))[2], StringComparison.Ordinal);
        Assert.Equal("more      success", Of(dag, ("work", 1))[2]);
    }

    [Fact]
    public void A_setup_that_is_torn_down_before_a_task_does_not_matter_to_it()
    {
        var dag = WithCluster();
        dag = dag with { Tasks = [.. dag.Tasks, Some.Task("report") with { TriggerRule = TriggerRule.AllDone }], Edges = [.. dag.Edges, new Edge("teardown", "report")] };

        Assert.Equal("report    success", Of(dag, ("setup", 1))[4]);
    }

    [Fact]
    public void Fail_fast_skips_what_has_not_begun_but_for_teardowns()
    {
        var dag = WithCluster();
        dag = dag with { FailFast = true, Tasks = [.. dag.Tasks, Some.Task("zzz")], Edges = [.. dag.Edges, new Edge("more", "zzz")] };
        var lines = Of(dag, ("work", 1));

        Assert.StartsWith("more      skipped", lines[2], StringComparison.Ordinal);
        Assert.Equal("teardown  success", lines[3]);
        Assert.StartsWith("zzz       skipped", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_task_of_any_pipeline_comes_to_an_end()
    {
        var rules = Enum.GetValues<TriggerRule>();
#pragma warning disable CA5394 // A shape, not a secret.
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var dag = Graph.SomeGraph.Random(seed);
            dag = dag with { Tasks = [.. dag.Tasks.Select(task => task with { TriggerRule = rules[random.Next(rules.Length)], SkipExitCodes = [2] })] };
            var lines = Simulation.Of(dag, dag.Tasks.ToDictionary(task => task.Id, _ => random.Next(3)));
            Assert.Equal(dag.Tasks.Count + 1, lines.Count);
            Assert.DoesNotContain(lines, line => line.Contains("all_done: ", StringComparison.Ordinal));
        }
#pragma warning restore CA5394
    }

    private static IReadOnlyList<string> Of(Dag dag, params (string Task, int ExitCode)[] exitCodes) =>
        Simulation.Of(dag, exitCodes.ToDictionary(pair => pair.Task, pair => pair.ExitCode));

    private static Dag Chain(params string[] ids)
    {
        IReadOnlyList<DagTask> tasks = [.. ids.Select(id => Some.Task(id))];
        return Some.Dag(tasks) with { Edges = Edge.Chain(tasks) };
    }

    private static Dag WithCluster() => Some.Dag(
        Some.Task("setup") with { Role = TaskRole.Setup },
        Some.Task("work"),
        Some.Task("more"),
        Some.Task("teardown") with { Role = TaskRole.Teardown }) with
    {
        Edges = [new Edge("setup", "work"), new Edge("work", "more"), new Edge("more", "teardown"), new Edge("setup", "teardown")],
    };
}
