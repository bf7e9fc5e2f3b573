using System.Text.Json.Nodes;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Running;

/// <summary><c>dag-gen run</c> of pipelines with more to them than a chain, with shell commands in place of the images.</summary>
public sealed class RunAsAirflowTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_foreign_image_is_refused_unless_something_stands_in_for_it()
    {
        var dag = Dag(Container("copy", new TaskVariable("MODE", "all")));

        var refused = await RunAsync(dag);
        var replaced = await RunAsync(dag, "--program", "copy=echo $MODE > seen; exit 0");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Task 'copy' runs the image 'registry.example.com/tools/copy:v1.2.3', which is not a stage of ours.", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (replaced.ExitCode, replaced.Error));
        Assert.Equal("all\n", await File.ReadAllTextAsync(_folder.File("seen"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_template_needs_a_value()
    {
        var dag = Dag(Container("copy", new TaskVariable("MODE", TemplatedText.Template("{{ params.mode }}"))));

        var refused = await RunAsync(dag, "--program", "copy=true");
        var given = await RunAsync(dag, "--program", "copy=echo $MODE > seen", "--set", "copy.MODE=some");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Give its value with --set copy.MODE=VALUE.", refused.Error, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (given.ExitCode, given.Error));
        Assert.Equal("some\n", await File.ReadAllTextAsync(_folder.File("seen"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stage_gets_its_arguments_and_a_command_of_its_own_is_refused()
    {
        var path = _folder.Write("artifacts/bin/extract/release/extract", "#!/bin/sh\necho \"$@\" > arguments\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var stage = Some.Extract("extract") with { Arguments = ["--plan", TemplatedText.RunTimestamp] };

        var result = await RunAsync(Dag(stage));
        var template = await RunAsync(Dag(stage with { Arguments = [TemplatedText.Template("{{ ds }}")] }));
        var command = await RunAsync(Dag(stage with { Command = ["sh"] }));

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        Assert.Equal("--plan 1573569000\n", await File.ReadAllTextAsync(_folder.File("arguments"), TestContext.Current.CancellationToken));
        Assert.Contains("An argument of 'extract' is the template '{{ ds }}'", template.Error, StringComparison.Ordinal);
        Assert.Contains("Task 'extract' has a command of its own", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_is_tried_as_often_as_the_pipeline_says_if_asked()
    {
        var dag = Dag(Container("flaky")) with { Retries = new RetryPolicy { Count = 2 } };
        const string Flaky = "flaky=echo x >> tries; test $(wc -l < tries) -ge 3";

        var once = await RunAsync(dag, "--program", Flaky);
        var again = await RunAsync(dag, "--program", Flaky, "--retries");

        Assert.Equal((1, 0), (once.ExitCode, again.ExitCode));
        Assert.Contains("flaky: failed with exit code 1; try 2 of 3 follows in 0 s", again.Out, StringComparison.Ordinal);
        Assert.Equal(2, (int)Report()["tasks"]![0]!["tries"]!);
    }

    [Fact]
    public async Task A_task_skips_by_its_exit_code_and_is_not_tried_again()
    {
        var dag = Dag(Container("decide") with { SkipExitCodes = [99] }, Container("work")) with { Edges = [new Edge("decide", "work")] };

        var result = await RunAsync(dag, "--retries", "--program", "decide=exit 99", "--program", "work=touch worked");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["skipped", "skipped"], States());
        Assert.Equal(1, (int)Report()["tasks"]![0]!["tries"]!);
        Assert.False(File.Exists(_folder.File("worked")));
    }

    [Fact]
    public async Task A_teardown_runs_behind_a_failure()
    {
        var dag = Dag(
            Container("make") with { Role = TaskRole.Setup },
            Container("use"),
            Container("remove") with { Role = TaskRole.Teardown }) with
        {
            Edges = [new Edge("make", "use"), new Edge("use", "remove"), new Edge("make", "remove")],
        };

        var result = await RunAsync(dag, "--program", "make=true", "--program", "use=exit 5", "--program", "remove=touch removed");

        Assert.Equal(5, result.ExitCode);
        Assert.Equal(["success", "failed", "success"], States());
        Assert.True(File.Exists(_folder.File("removed")));
    }

    [Fact]
    public async Task Tasks_run_side_by_side_if_asked_and_each_line_says_whose_it_is()
    {
        // Each waits for the other to have begun.
        const string Meet = "touch {0}; for i in $(seq 200); do test -e {1} && echo met && exit 0; sleep 0.05; done; exit 1";
        var dag = Dag(Container("left"), Container("right"));

        var result = await RunAsync(dag, "--parallel", "2", "--program", "left=" + Of("l", "r"), "--program", "right=" + Of("r", "l"));

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("left | met", result.Out, StringComparison.Ordinal);
        Assert.Contains("right | met", result.Out, StringComparison.Ordinal);

        static string Of(string own, string other) => Meet.Replace("{0}", own, StringComparison.Ordinal).Replace("{1}", other, StringComparison.Ordinal);
    }

    [Fact(Timeout = 25_000)]
    public async Task A_program_that_leaves_something_in_the_background_does_not_hold_up_the_run()
    {
        var result = await RunAsync(Dag(Container("left")), "--parallel", "2", "--program", "left=sleep 30 & echo done");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("left | done", result.Out, StringComparison.Ordinal);
    }

    [Fact(Timeout = 25_000)]
    public async Task Fail_fast_ends_what_still_runs()
    {
        var dag = Dag(Container("slow"), Container("bad")) with { FailFast = true };

        var result = await RunAsync(dag, "--parallel", "2", "--program", "slow=exec sleep 30", "--program", "bad=exit 3");

        Assert.Equal(["failed", "failed"], States());
        Assert.NotEqual(0, result.ExitCode);
    }

    [Fact]
    public async Task What_if_starts_nothing()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "run", "--what-if", "test-extract=1");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(
            """
            extract          success
            test-extract     failed           exit code 1
            run-curated      upstream_failed  all_success: test-extract failed
            deploy-database  upstream_failed  all_success: run-curated upstream_failed
            The run would fail with exit code 1.

            """,
            result.Out);
        Assert.False(Directory.Exists(_folder.File(".slipstream")));
    }

    [Fact]
    public async Task What_if_shows_how_an_example_cleans_up()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "run", "--example", "clean-up", "--what-if", "work=3");

        Assert.Equal(
            """
            make-scratch  success
            work          failed           exit code 3
            drop-scratch  success
            release-lock  success
            sentinel      upstream_failed  all_success: work failed
            The run would fail with exit code 3.

            """,
            result.Out);
    }

    [Theory]
    [InlineData("--what-if test-extract", "--what-if test-extract cannot be read. Write it as in --what-if test-extract=1.")]
    [InlineData("--what-if test-extract=bad", "--what-if test-extract=bad cannot be read.")]
    [InlineData("--what-if test-extract=256", "cannot be read.")]
    [InlineData("--what-if load=1", "--what-if load=1 names the task 'load', which the pipeline lacks.")]
    [InlineData("--program load=true", "--program load=true names the task 'load', which the pipeline lacks.")]
    [InlineData("--parallel 0", "--parallel must be 1 or more.")]
    [InlineData("--retry-delay soon", "--retry-delay soon is no pause. Write whole seconds, or model.")]
    public async Task What_cannot_be_read_is_refused(string args, string message)
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, ["run", .. args.Split(' ')]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private static Dag Dag(params DagTask[] tasks) => Some.Dag(tasks);

    private static ContainerTask Container(string id, params TaskVariable[] variables) => new()
    {
        Id = id,
        ImageReference = new ImageReference($"registry.example.com/tools/{id}:v1.2.3"),
        EnvironmentVariables = variables,
        Identity = Identity.ServiceAccount("some-account"),
    };

    private Task<CommandResult> RunAsync(Dag dag, params string[] args) =>
        DagGenProgram.RunAsync(_folder.Path, [new FakePipeline(dag)], ["run", "--run-timestamp", "1573569000", .. args]);

    private JsonNode Report() => JsonNode.Parse(File.ReadAllText(_folder.File(".slipstream/runs/1573569000/run.json")))!;

    private List<string?> States() => [.. Report()["tasks"]!.AsArray().Select(task => (string?)task!["state"])];
}
