using Slipstream.Local.Run;
using Spectre.Console;

namespace Slipstream.Local.Tests;

public sealed class RunCommandTests : IDisposable
{
    private const string Record = """
        {"dag_id":"postcodes_example","environment":"local","run_timestamp":1573569000,"snapshot_date":"2019-11-12","tasks":[
        {"task_id":"extract","stage":"extract","state":"success","exit_code":0,"seconds":1.25,
        "result":{"stage":"extract","exit_code":0,"summary":"x","rows_in":null,"rows_out":1000,"seconds":1.2,"facts":{"requests":1000}}},
        {"task_id":"test-extract","stage":"test-extract","state":"failed","exit_code":1,"seconds":0.5,
        "result":{"stage":"test-extract","exit_code":1,"summary":"x","rows_in":1000,"rows_out":0,"seconds":0.4,"facts":{}}},
        {"task_id":"run-curated","stage":"run-curated","state":"skipped","exit_code":null,"seconds":null,"result":null}]}
        """;

    private readonly Checkout _checkout = new();
    private readonly StringWriter _output = new();

    public RunCommandTests() => _checkout.WriteSample("one", "two");

    [Fact]
    public async Task The_pipeline_asks_the_replay_server_and_the_stages_are_shown()
    {
        _checkout.WriteDagGen($"mkdir -p .slipstream/runs/1573569000 && cat > .slipstream/runs/1573569000/run.json <<'END'\n{Record}\nEND\nexit 1");
        Assert.Equal(1, await RunAsync());
        Assert.Matches(
            "^run\n--work\n.*/\\.slipstream\n--bin\n.*/artifacts/bin\n--configuration\nrelease\n--set\nextract\\.SOURCE_URL=http://127\\.0\\.0\\.1:[0-9]+/random/postcodes\n$",
            _checkout.Arguments);
        Assert.Contains("│ extract      │ success              │       – │    1,000 │     1.3 │", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("│ test-extract │ failed (exit code 1) │   1,000 │        0 │     0.5 │", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("│ run-curated  │ skipped              │       – │        – │       – │", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_answers_while_the_pipeline_runs()
    {
        _checkout.WriteDagGen("""for last; do :; done; bash -c 'url=${0#extract.SOURCE_URL=http://}; host=${url%%/*}; exec 3<>/dev/tcp/${host%:*}/${host#*:}; printf "GET /random/postcodes HTTP/1.1\r\nHost: $host\r\nConnection: close\r\n\r\n" >&3; cat <&3 > answer' "$last" """);
        Assert.Equal(0, await RunAsync());
        Assert.EndsWith("one", await File.ReadAllTextAsync(Path.Combine(_checkout.Folders.Root, "answer"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Live_asks_the_API_and_the_rest_goes_to_dag_gen()
    {
        _checkout.WriteDagGen("exit 0");
        Assert.Equal(0, await RunAsync("--live", "--", "--set", "extract.REQUESTS=5"));
        Assert.EndsWith(
            "--set\nextract.SOURCE_URL=https://api.postcodes.io/random/postcodes\n--set\nextract.REQUESTS=5\n", _checkout.Arguments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_of_an_earlier_run_is_not_shown()
    {
        _checkout.WriteRun("1573569000", Record);
        _checkout.WriteDagGen("exit 3");
        Assert.Equal(3, await RunAsync());
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Without_a_built_dag_gen_it_says_how_to_build_it()
    {
        var failure = await Assert.ThrowsAsync<UsageException>(() => RunAsync());
        Assert.Contains("./build.sh run", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--lively")]
    [InlineData("--live", "extra")]
    [InlineData("extra")]
    public async Task Arguments_that_are_wrong_are_refused(params string[] args) =>
        await Assert.ThrowsAsync<UsageException>(() => RunAsync(args));

    [Fact]
    public async Task An_unknown_command_lists_the_known_ones()
    {
        var exitCode = await new Commands(_output, [Command()]).RunAsync(["walk"], TestContext.Current.CancellationToken);
        Assert.Equal(2, exitCode);
        Assert.Contains("'walk' is not understood", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("local run [--live]", _output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _checkout.Dispose();
        _output.Dispose();
    }

    private Task<int> RunAsync(params string[] args) => Command().RunAsync(args, TestContext.Current.CancellationToken);

    private RunCommand Command()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_output) });
        console.Profile.Width = 120;
        return new RunCommand(_checkout.Folders, console, [new StageTable()]);
    }
}
