using System.Text.Json.Nodes;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Running;

/// <summary><c>dag-gen run</c>, with shell scripts in place of the stages.</summary>
public sealed class RunTests : IDisposable
{
    // Leaves its environment and its turn behind.
    private const string Good = "#!/bin/sh\nenv -0 | sort -z | tr '\\0' '\\n' > \"$RESULT_PATH.env\"\necho \"${0##*/}\" >> \"${RESULT_PATH%/*}/order\"\necho '{}' > \"$RESULT_PATH\"\n";

    private static readonly string[] Stages = ["extract", "test-extract", "run-curated", "deploy-database"];

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(DateTimeOffset.FromUnixTimeMilliseconds(1_573_569_000_999));

    private readonly Dictionary<string, string> _environment = new()
    {
        ["PATH"] = "/usr/bin:/bin",
        ["HOME"] = "/somewhere",
        ["LANG"] = "C.UTF-8",
        ["DOTNET_ROOT"] = "/usr/lib/dotnet",
        ["SECRET"] = "must not be handed on",
        ["TABLE"] = "nor this",
    };

    public RunTests()
    {
        foreach (var stage in Stages)
        {
            Script(stage, Good);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tasks_run_in_the_order_of_the_dag_and_leave_a_report()
    {
        var result = await RunAsync();

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal(Stages, await File.ReadAllLinesAsync(InRun("order"), TestContext.Current.CancellationToken));
        var report = Report();
        Assert.Equal("postcodes_example", (string?)report["dag_id"]);
        Assert.Equal("local", (string?)report["environment"]);
        Assert.Equal(1_573_569_000, (long)report["run_timestamp"]!);
        Assert.Equal("2019-11-12", (string?)report["snapshot_date"]);
        Assert.Equal(Stages, Tasks(report, "task_id"));
        Assert.Equal(Stages, Tasks(report, "stage"));
        Assert.Equal(["success", "success", "success", "success"], Tasks(report, "state"));
        Assert.Equal(InRun("extract.json"), Tasks(report, "result")[0]);
        Assert.Contains("=== run-curated (3 of 4)", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_gets_the_tasks_variables_and_little_else()
    {
        await RunAsync();

        var work = Path.Combine(_folder.Path, ".slipstream");
        string[] expected =
        [
            "AWS_ROLE_SESSION_NAME=extract@postcodes_example",
            "DOTNET_ROOT=/usr/lib/dotnet",
            $"GIT_TAG={Contracts.GitTag.OfThisBuild}",
            "HOME=/somewhere",
            "LANG=C.UTF-8",
            "LAND_PATH=s3://example-land/open_data/postcodes_example/",
            $"OBJECT_STORE=file://{work}/store",
            "PATH=/usr/bin:/bin",
            "QUARANTINE_PATH=s3://example-quarantine/open_data/postcodes_example/",
            "RAW_HIST_PATH=s3://example-raw-hist/open_data/postcodes_example/",
            $"RESULT_PATH={InRun("extract.json")}",
            "RUN_TIMESTAMP=1573569000",
            "SOURCE_URL=http://127.0.0.1:8642/random/postcodes",
            "TABLE=random_postcodes",
            $"WORK_DIR={work}/work",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Environment("extract"));
        Assert.Contains("SNAPSHOT_DATE=2019-11-12", Environment("run-curated"));
        Assert.Contains($"CATALOG=file://{work}/catalogue", Environment("deploy-database"));
    }

    [Fact]
    public async Task The_first_failure_ends_the_run_with_its_exit_code()
    {
        Script("test-extract", "#!/bin/sh\nexit 7\n");

        var result = await RunAsync();

        Assert.Equal(7, result.ExitCode);
        Assert.Equal(["extract"], await File.ReadAllLinesAsync(InRun("order"), TestContext.Current.CancellationToken));
        Assert.Equal(["success", "failed", "upstream_failed", "upstream_failed"], Tasks(Report(), "state"));
        Assert.Equal(["0", "7", null, null], Tasks(Report(), "exit_code"));
        Assert.Null(Tasks(Report(), "result")[1]);
        Assert.Contains("test-extract: failed with exit code 7", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_of_an_earlier_run_does_not_speak_for_this_one()
    {
        await RunAsync();
        Script("extract", "#!/bin/sh\nexit 3\n");

        await RunAsync("--run-timestamp", "1573569000");

        Assert.Null(Tasks(Report(), "result")[0]);
        Assert.Equal("upstream_failed", Tasks(Report(), "state")[1]);
    }

    [Fact]
    public async Task Values_can_be_set_for_one_task()
    {
        await RunAsync("postcodes_example", "--set", "extract.REQUESTS=10", "--set", "extract.SOURCE_URL=http://127.0.0.1:1/?a=b");

        Assert.Contains("REQUESTS=10", Environment("extract"));
        Assert.Contains("SOURCE_URL=http://127.0.0.1:1/?a=b", Environment("extract"));
        Assert.DoesNotContain("REQUESTS=10", Environment("test-extract"));
    }

    [Fact]
    public async Task The_production_environment_has_the_dags_values()
    {
        await RunAsync("--environment", "production", "--run-timestamp", "1573569000");

        Assert.Contains("CATALOG=glue", Environment("deploy-database"));
        Assert.DoesNotContain(Environment("extract"), line => line.StartsWith("OBJECT_STORE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--set nonsense", "'nonsense' sets nothing. Write --set TASK.VARIABLE=VALUE")]
    [InlineData("--set extract=10", "'extract=10' sets nothing.")]
    [InlineData("--set load.REQUESTS=10", "names the task 'load', which the pipeline lacks. Its tasks are extract, test-extract,")]
    [InlineData("--set extract.REQUEST=10", "names the variable 'REQUEST', which 'extract' does not read. It reads SOURCE, SOURCE_URL,")]
    [InlineData("--run-timestamp yesterday", "'yesterday' is not a time in Unix seconds")]
    [InlineData("--environment moon", "'moon'")]
    [InlineData("other_pipeline", "There is no pipeline 'other_pipeline'. There is: postcodes_example.")]
    [InlineData("--bin nowhere", "nowhere/extract/release/extract'")]
    public async Task What_is_unknown_is_refused_before_anything_runs(string args, string message)
    {
        var result = await RunAsync(args.Split(' '));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File(".slipstream")));
    }

    [Fact]
    public async Task A_program_that_cannot_be_started_is_named()
    {
        File.SetUnixFileMode(Program("extract"), UnixFileMode.UserRead);

        var result = await RunAsync();

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"The program '{Program("extract")}' cannot be started:", result.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(params string[] args) =>
        DagGenProgram.RunAsync(_folder.Path, _environment, _clock, ["run", .. args]);

    private void Script(string stage, string text)
    {
        var path = Program(stage);
        _folder.Write(Path.GetRelativePath(_folder.Path, path), text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private string Program(string stage) => _folder.File($"artifacts/bin/{stage}/release/{stage}");

    private string InRun(string name) => _folder.File($".slipstream/runs/1573569000/{name}");

    private JsonNode Report() => JsonNode.Parse(File.ReadAllText(InRun("run.json")))!;

    // A shell adds these on its own.
    private string[] Environment(string task) =>
        [.. File.ReadAllLines(InRun($"{task}.json.env")).Where(line => line.Split('=')[0] is not ("PWD" or "_" or "SHLVL" or "OLDPWD")).Order(StringComparer.Ordinal)];

    private static List<string?> Tasks(JsonNode report, string key) => [.. report["tasks"]!.AsArray().Select(task => task![key]?.ToString())];
}
