using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Pods;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Pods;

/// <summary>The pods that tasks create.</summary>
public sealed class PodDocumentsTests
{
    [Fact]
    public void Pods_are_the_golden_file() =>
        Golden.Verify("everything.yaml", Encoding.UTF8.GetBytes(PodDocuments.Of(SomePods.Everything(), Target.Both)));

    [Theory]
    [InlineData("airflow-3")]
    [InlineData("airflow-2")]
    [InlineData("both")]
    public async Task Pods_are_those_that_the_generated_file_makes(string targetName)
    {
        var target = Target.Parse(targetName);
        Dag[] dags =
        [
            SomePods.Everything(),
            new PostcodesExample().In(DeploymentEnvironment.Production()),
            .. Example.Accepted.Where(example => example.Target == target).Select(example => example.Dag),
        ];
        foreach (var dag in dags)
        {
            var made = await MadeAsync(dag, target);
            Assert.Equal(dag.Tasks.Count, made.Count);
            foreach (var task in dag.Tasks)
            {
                var shown = JsonSerializer.SerializeToNode(PodOf.Task(dag, task, target), PodJson.Default.V1Pod);
                Assert.True(
                    JsonNode.DeepEquals(made[dag.FullIdOf(task)], shown),
                    $"{dag.Id}.{task.Id}\nmade:  {made[dag.FullIdOf(task)]?.ToJsonString()}\nshown: {shown?.ToJsonString()}");
            }
        }
    }

    [Fact]
    public void A_mounted_secret_an_xcom_and_a_role_are_there()
    {
        var dag = SomePods.Everything();
        var spec = Node(dag, dag.Tasks[1])["spec"]!;

        Assert.Equal(["base", "airflow-xcom-sidecar"], spec["containers"]!.AsArray().Select(container => (string?)container!["name"]));
        Assert.Equal("xcom", (string?)spec["volumes"]![0]!["name"]);
        Assert.Equal("/airflow/xcom", (string?)spec["containers"]![0]!["volumeMounts"]![0]!["mountPath"]);
        Assert.Equal("some_role", (string?)Node(dag, dag.Tasks[2])["metadata"]!["annotations"]!["iam.amazonaws.com/role"]);
        Assert.Null(Node(dag, dag.Tasks[2])["spec"]!["serviceAccountName"]);
        Assert.Equal("another", (string?)Node(dag, dag.Tasks[1])["metadata"]!["labels"]!["team"]);
    }

    private static JsonNode Node(Dag dag, DagTask task) => JsonSerializer.SerializeToNode(PodOf.Task(dag, task, Target.Both), PodJson.Default.V1Pod)!;

    private static async Task<JsonObject> MadeAsync(Dag dag, Target target)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("dag.py");
        await File.WriteAllBytesAsync(path, DagFile.Of(dag, Some.Provenance, target).Bytes, TestContext.Current.CancellationToken);
        var result = await Tool.PythonAsync([Repository.Path("tests", "DagGen.Tests", "Pods", "pods.py"), path]);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return JsonNode.Parse(result.Out)!.AsObject();
    }
}
