using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Airflow;

/// <summary>Generated files, imported where Airflow is a stub, define what the model says.</summary>
public sealed class StubbedAirflowTests
{
    private static Dag Example => new PostcodesExample().In(DeploymentEnvironment.Production());

    [Theory]
    [InlineData("airflow2", "example")]
    [InlineData("airflow3", "example")]
    [InlineData("airflow2", "hostile")]
    [InlineData("airflow3", "hostile")]
    public async Task Tasks_environments_and_edges_are_the_models(string release, string name)
    {
        var dag = name == "example" ? Example : Some.HostileDag();
        var dump = await DumpAsync(dag, release);

        Assert.Equal(dag.Id, (string?)dump["dag_id"]);
        Assert.Equal(TaskOrder.Of(dag).Select(task => task.Id), dump["tasks"]!.AsArray().Select(task => (string?)task!["task_id"]));
        foreach (var (task, dumped) in TaskOrder.Of(dag).Zip(dump["tasks"]!.AsArray()))
        {
            var arguments = dumped!["arguments"]!;
            Assert.Equal(dag.ImageOf(task).ToString(), (string?)arguments["image"]);
            Assert.Equal(task.Id, (string?)arguments["name"]);
            Assert.Equal(((ServiceAccountIdentity)task.Identity).Name, (string?)arguments["service_account_name"]);
            Assert.Equal(task.Resources.Memory, (string?)arguments["container_resources"]!["limits"]!["memory"]);
            Assert.Equal(
                task.Environment.Select(variable => (variable.Name, (string?)ValueOf(dag, variable))),
                arguments["env_vars"]!.AsObject().Select(pair => (pair.Key, (string?)pair.Value)));
            Assert.Equal(
                dag.Edges.Where(edge => edge.Downstream == task.Id).Select(edge => edge.Upstream).Order(),
                dumped["upstream"]!.AsArray().Select(id => (string)id!).Order());
            Assert.Equal(
                task.Outlets.Select(asset => asset.Uri),
                arguments["outlets"]?.AsArray().Select(uri => (string)uri!) ?? []);
        }
    }

    [Theory]
    [InlineData("airflow2")]
    [InlineData("airflow3")]
    public async Task Arguments_of_the_dag_are_the_models(string release)
    {
        var dag = Some.HostileDag();
        var arguments = (await DumpAsync(dag, release))["arguments"]!;

        Assert.Equal(dag.Description, (string?)arguments["description"]);
        Assert.Equal(dag.Documentation + "\n", (string?)arguments["doc_md"]);
        Assert.Equal("""{"cron":"30 0 * * MON-FRI","timezone":"Europe/London"}""", arguments["schedule"]!.ToJsonString());
        Assert.Equal("""{"at":"2024-02-29T00:00:00","zone":"Europe/London"}""", arguments["start_date"]!.ToJsonString());
        Assert.False((bool)arguments["catchup"]!);
        Assert.Equal(1, (int)arguments["max_active_runs"]!);
        Assert.Equal(6 * 3600, (double)arguments["dagrun_timeout"]!);
        Assert.Equal(dag.Tags, arguments["tags"]!.AsArray().Select(tag => (string)tag!));
        Assert.Equal(
            """
            {"owner":"data-engineering","depends_on_past":false,"email_on_failure":false,"email_on_retry":false,"retries":0,"retry_delay":90,"retry_exponential_backoff":true,"max_retry_delay":600,"execution_timeout":7200}
            """,
            arguments["default_args"]!.ToJsonString().Replace(".0", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pods_are_locked_up_at_the_right_level()
    {
        var arguments = (await DumpAsync(Example, "airflow3"))["tasks"]![0]!["arguments"]!;

        Assert.Equal(
            """{"kind":"V1PodSecurityContext","run_as_non_root":true,"run_as_user":1000,"run_as_group":1000,"fs_group":1000,"seccomp_profile":{"kind":"V1SeccompProfile","type":"RuntimeDefault"}}""",
            arguments["security_context"]!.ToJsonString());
        Assert.Equal(
            """{"kind":"V1SecurityContext","read_only_root_filesystem":true,"allow_privilege_escalation":false,"capabilities":{"kind":"V1Capabilities","drop":["ALL"]}}""",
            arguments["container_security_context"]!.ToJsonString());
        Assert.Equal("/work", (string?)arguments["volume_mounts"]![0]!["mount_path"]);
        Assert.Equal((string?)arguments["volumes"]![0]!["name"], (string?)arguments["volume_mounts"]![0]!["name"]);
        Assert.Equal("/work", (string?)arguments["env_vars"]!["WORK_DIR"]);
        Assert.Equal("10Gi", (string?)arguments["volumes"]![0]!["empty_dir"]!["size_limit"]);
        Assert.False((bool)arguments["log_pod_spec_on_failure"]!);
        Assert.Equal("delete_succeeded_pod", (string?)arguments["on_finish_action"]);
    }

    [Fact]
    public async Task The_stub_refuses_what_airflow_refuses()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("dag.py", DagFile.Of(Example, Some.Provenance).Text.Replace("schedule=Cron", "schedule_interval=Cron", StringComparison.Ordinal));

        var result = await ImportAsync(path, "airflow3");

        Assert.Contains("schedule_interval", result.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, result.ExitCode);
    }

    private static async Task<JsonNode> DumpAsync(Dag dag, string release)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("dag.py");
        await File.WriteAllBytesAsync(path, DagFile.Of(dag, Some.Provenance).Bytes, TestContext.Current.CancellationToken);
        var result = await ImportAsync(path, release);

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return Assert.Single(JsonNode.Parse(result.Out)!.AsArray())!;
    }

    private static Task<ToolResult> ImportAsync(string path, string release)
    {
        var stub = Repository.Path("tests", "DagGen.Tests", "stub");
        return Tool.PythonAsync([Path.Combine(stub, "dump.py"), path], pythonPath: string.Join(':', stub, Path.Combine(stub, "shared"), Path.Combine(stub, release)));
    }

    private static string ValueOf(Dag dag, TaskVariable variable) => variable.Text ?? RunTemplate.Of(variable.Fact!.Value, dag.Schedule.TimeZone);
}
