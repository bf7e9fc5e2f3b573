using System.Text.Json.Nodes;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Airflow;

/// <summary>Generated files, executed where Airflow is a stub, define what the model says.</summary>
public sealed class StubbedAirflowTests(StubbedExamples examples) : IClassFixture<StubbedExamples>
{
    [Fact]
    public void Every_file_can_be_imported() => Assert.All(examples.Dumps, dump => Assert.Null((string?)dump.Json["error"]));

    [Fact]
    public void Each_defines_one_dag_with_the_models_arguments()
    {
        foreach (var (example, _, json) in examples.Dumps)
        {
            var dump = Assert.Single(json["dags"]!.AsArray())!;
            Assert.Equal(example.Dag.Id, (string?)dump["dag_id"]);
            AssertJson(ExpectedDag.ArgumentsOf(example.Dag, example.Target), dump["arguments"]!);
        }
    }

    [Fact]
    public void Tasks_and_groups_are_the_models()
    {
        foreach (var (example, _, json) in examples.Dumps)
        {
            var (dag, dump) = (example.Dag, json["dags"]![0]!);
            Assert.Equal(
                dag.Tasks.Select(dag.FullIdOf).Order(StringComparer.Ordinal),
                dump["tasks"]!.AsArray().Select(task => (string)task!["task_id"]!).Order(StringComparer.Ordinal));
            Assert.Equal(
                dag.Groups.Select(group => group.Tooltip).Order(StringComparer.Ordinal),
                dump["groups"]!.AsObject().Select(group => (string)group.Value!).Order(StringComparer.Ordinal));
            Assert.Equal(
                dag.Tasks.SelectMany(dag.GroupsOf, (task, group) => group.Id).Distinct().Order(StringComparer.Ordinal),
                dump["groups"]!.AsObject().Select(group => group.Key.Split('.')[^1]).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Edges_and_roles_are_the_models()
    {
        foreach (var (example, task, dump) in examples.Tasks)
        {
            var (dag, tasks) = (example.Dag, example.Dag.Tasks.ToDictionary(each => each.Id));
            var upstream = dag.Edges.Where(edge => edge.Downstream == task.Id).Select(edge => tasks[edge.Upstream]).ToList();

            Assert.Equal(upstream.Select(dag.FullIdOf).Order(), Texts(dump["upstream"]).Order());
            Assert.Equal(task.Role, Enum.Parse<TaskRole>((string)dump["role"]!, ignoreCase: true));
            Assert.Equal(
                task.Role == TaskRole.Teardown ? upstream.Where(each => each.Role == TaskRole.Setup).Select(dag.FullIdOf).Order() : [],
                Texts(dump["setups"]).Order());
        }
    }

    [Fact]
    public void Arguments_of_tasks_are_the_models()
    {
        foreach (var (example, task, dump) in examples.Tasks)
        {
            AssertJson(ExpectedTask.ArgumentsOf(example.Dag, task, example.Target), dump["arguments"]!);
        }
    }

    [Fact]
    public void Pods_are_the_models()
    {
        foreach (var (example, task, dump) in examples.Tasks)
        {
            AssertJson(ExpectedPod.ArgumentsOf(example.Dag, task), dump["arguments"]!);
        }
    }

    [Fact]
    public void Nothing_else_is_given()
    {
        foreach (var (example, task, dump) in examples.Tasks)
        {
            Assert.Equal(
                ExpectedTask.ArgumentsOf(example.Dag, task, example.Target).Concat(ExpectedPod.ArgumentsOf(example.Dag, task))
                    .Where(argument => argument.Value is not null).Select(argument => argument.Key).Order(StringComparer.Ordinal),
                dump["arguments"]!.AsObject().Select(argument => argument.Key).Order(StringComparer.Ordinal));
        }
    }

    private static IEnumerable<string> Texts(JsonNode? texts) => texts!.AsArray().Select(text => (string)text!);

    // Null: the argument is not given.
    private static void AssertJson(IReadOnlyList<KeyValuePair<string, JsonNode?>> expected, JsonNode arguments)
    {
        foreach (var (name, value) in expected)
        {
            Assert.True(JsonNode.DeepEquals(value, arguments[name]), $"{name}: '{value?.ToJsonString()}' is expected, '{arguments[name]?.ToJsonString()}' is given.");
        }
    }
}
