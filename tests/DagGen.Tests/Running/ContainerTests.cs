using Slipstream.Contracts;
using Slipstream.DagGen.Containers;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Running;

/// <summary><c>dag-gen run --with container</c> and <c>dag-gen pods --docker</c>, with a script in place of the engine. tests/Images.Tests has the real one.</summary>
public sealed class ContainerTests : IDisposable
{
    // Writes down its arguments, one on each line, and what it was given beside them.
    private const string Engine = "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$RESULT_PATH.args\"\nenv > \"$RESULT_PATH.env\"\nexit ${FAKE_EXIT:-0}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_stage_runs_in_a_container_that_may_do_little()
    {
        var args = await ArgumentsOfAsync("test-extract");

        Assert.Equal(["run", "--rm", "--read-only", "--tmpfs", "/tmp", "--user"], args.Take(6));
        Assert.Contains("--cap-drop=ALL", args);
        Assert.Contains("--security-opt=no-new-privileges", args);
        Assert.DoesNotContain("--privileged", args);
        Assert.NotEqual("0", args[6].Split(':')[0]);
        Assert.Equal($"localhost/slipstream/test-extract:{GitTag.OfThisBuild}-dev", args[^1]);
    }

    [Fact]
    public async Task The_work_folder_has_one_path_inside_and_outside()
    {
        var args = await ArgumentsOfAsync("run-curated");

        var work = _folder.File(".slipstream");
        Assert.Equal($"{work}:{work}", args[args.IndexOf("--volume") + 1]);
    }

    [Fact]
    public async Task Only_a_stage_that_asks_a_server_has_a_network()
    {
        Assert.Contains("--network=host", await ArgumentsOfAsync("extract"));
        Assert.Contains("--network=none", await ArgumentsOfAsync("test-extract"));
        Assert.Contains("--network=none", await ArgumentsOfAsync("run-curated"));
        Assert.Contains("--network=none", await ArgumentsOfAsync("deploy-database"));
    }

    [Fact]
    public async Task Values_are_not_on_the_command_line_for_all_to_see()
    {
        var args = await ArgumentsOfAsync("extract", "--set", "extract.S3_KMS_KEY=some-value");

        Assert.Contains("S3_KMS_KEY", args);
        Assert.DoesNotContain(args, arg => arg.Contains("some-value", StringComparison.Ordinal));
        Assert.Contains("S3_KMS_KEY=some-value", await File.ReadAllLinesAsync(InRun("extract.json.env"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_containers_exit_code_is_the_tasks()
    {
        var result = await RunAsync(new() { ["FAKE_EXIT"] = "3" });

        Assert.Equal(3, result.ExitCode);
        Assert.Matches("=== extract: failed.*exit code 3", result.Out);
    }

    [Fact]
    public async Task Without_an_engine_it_says_what_to_install()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, new Dictionary<string, string> { ["PATH"] = _folder.Path }, TimeProvider.System, "run", "--with", "container");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("apt-get install podman", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Docker_lines_are_commands_of_a_shell_that_name_every_variable()
    {
        var lines = await DagGenProgram.RunAsync(_folder.Path, "pods", "--docker", "--environment", "local");

        // The shell itself says what the words are: docker is a function that writes them down.
        var shell = await Tool.ShellAsync($"docker() {{ printf '[%s]' \"$@\"; echo; }}\n{lines.Out}");
        Assert.Equal((0, string.Empty), (shell.ExitCode, shell.Error));
        var commands = shell.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, commands.Length);
        Assert.All(commands, command => Assert.StartsWith("[run][--rm][--read-only]", command, StringComparison.Ordinal));
        Assert.Matches(@"\[--env\]\[RUN_TIMESTAMP=\d{10}\]", commands[0]);
        Assert.Matches(@"\[--env\]\[SNAPSHOT_DATE=\d{4}-\d\d-\d\d\]", commands[2]);
        Assert.Contains($"[OBJECT_STORE=file://{_folder.File(".slipstream")}/store]", commands[3], StringComparison.Ordinal);
        Assert.True(Directory.Exists(_folder.File(".slipstream/store")));
    }

    [Fact]
    public async Task Docker_lines_for_aws_take_the_users_profile_and_no_host_network()
    {
        var result = await DagGenProgram.RunAsync(_folder.Path, "pods", "--docker");

        Assert.Contains("--volume \"$HOME/.aws:/aws:ro\"", result.Out, StringComparison.Ordinal);
        Assert.Contains("--env AWS_PROFILE ", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("--network", result.Out, StringComparison.Ordinal);
        Assert.Contains($"/extract:{GitTag.OfThisBuild}\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_shell_would_take_for_its_own_is_quoted()
    {
        var dag = Some.Dag(Some.Extract("extract", "it's $HOME; `rm` \"x\""));

        var text = DockerLines.Of(dag, "/some folder", isLocal: true);

        Assert.Contains("'SOURCE=it'\\''s $HOME; `rm` \"x\"'", text, StringComparison.Ordinal);
        Assert.Contains("--volume '/some folder:/some folder'", text, StringComparison.Ordinal);
    }

    private async Task<List<string>> ArgumentsOfAsync(string task, params string[] more)
    {
        var result = await RunAsync([], more);
        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        return [.. await File.ReadAllLinesAsync(InRun($"{task}.json.args"), TestContext.Current.CancellationToken)];
    }

    private Task<CommandResult> RunAsync(Dictionary<string, string> environment, params string[] more)
    {
        var engine = _folder.Write("bin/podman", Engine);
        File.SetUnixFileMode(engine, (UnixFileMode)0b111_101_101);
        environment["PATH"] = $"{_folder.File("bin")}:/usr/bin:/bin";
        return DagGenProgram.RunAsync(_folder.Path, environment, TimeProvider.System, ["run", "--with", "container", "--run-timestamp", "1573569000", .. more]);
    }

    private string InRun(string name) => _folder.File($".slipstream/runs/1573569000/{name}");
}
