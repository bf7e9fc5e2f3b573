using System.CommandLine;
using System.Globalization;
using Slipstream.Contracts;
using Slipstream.DagGen.Containers;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Running;

namespace Slipstream.DagGen.Commands;

/// <summary><c>dag-gen run</c>.</summary>
internal sealed class RunCommand
{
    private const string ModelDelay = "model";
    private const string Process = "process";
    private const string Container = "container";

    private const string About = """
        Run a pipeline here, without Airflow: its tasks in the order of the DAG, each as a process of its own,
        or in a container of its own, which may do no more than its pod may.

        A task's process gets the variables that the task has in the DAG, and no others but what every
        process needs: PATH, HOME, LANG, TMPDIR, DOTNET_*. Which tasks run is decided as in Airflow: by their
        trigger rules, exit codes that skip, setups and teardowns. The last tasks decide what becomes of the
        run: its exit code is that of the failure that reached one of them. Timeouts, pools, notifications,
        assets and XComs are Airflow's alone. Results are in <work>/runs/<run timestamp>: run.json, and
        TASK.json for each task.

          dag-gen run --set extract.REQUESTS=10
          dag-gen run --parallel 4 --retries --retry-delay 10
          dag-gen run --what-if test-extract=1           what would happen if test-extract failed?
          dag-gen run --with container --image-tag v0.1.0
          dag-gen run --example clean-up --what-if work=1
        """;

    private readonly Option<string> _work = new("--work")
    {
        Description = "The folder for results and, in the local environment, for buckets, catalogue and temporary files.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".slipstream",
    };

    private readonly Option<string> _bin = new("--bin")
    {
        Description = "Where the stages are built: <bin>/<stage>/<configuration>/<stage>.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "artifacts/bin",
    };

    private readonly Option<string> _configuration = new("--configuration")
    {
        Description = "The build configuration, as a folder's name.",
        HelpName = "NAME",
        DefaultValueFactory = _ => "release",
    };

    private readonly Option<string> _with = new("--with")
    {
        Description = "What runs a stage: the program that was built, or a container of its image, with podman or docker.",
        HelpName = $"{Process}|{Container}",
        DefaultValueFactory = _ => Process,
    };

    private readonly Option<string> _images = new("--images")
    {
        Description = "With containers: what stands before the images' names.",
        HelpName = "REGISTRY",
        DefaultValueFactory = _ => ContainerPrograms.BuiltHere,
    };

    private readonly Option<string> _imageTag = new("--image-tag")
    {
        Description = "With containers: the images' tag. Not given: that of ./build.sh images.",
        HelpName = "TAG",
        DefaultValueFactory = _ => ContainerPrograms.DevelopmentTag,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Give a variable of a task another value, as in --set extract.REQUESTS=10. May be repeated.",
        HelpName = "TASK.VARIABLE=VALUE",
    };

    private readonly Option<LandTimestamp> _runTimestamp = new("--run-timestamp")
    {
        Description = "The time of the run in Unix seconds, to repeat an earlier run. Not given: now.",
        HelpName = "SECONDS",
    };

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = "How many tasks may run at once. With more than one, each line of output names its task.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> _retries = new("--retries")
    {
        Description = "Try tasks that fail again, as often as the pipeline says. Not given: one try.",
    };

    private readonly Option<string> _retryDelay = new("--retry-delay")
    {
        Description = "The pause before another try: seconds, or 'model' for the pipeline's, which doubles from try to try.",
        HelpName = "model|SECONDS",
        DefaultValueFactory = _ => "0",
    };

    private readonly Option<string[]> _program = new("--program")
    {
        Description = "Run a shell command in place of a task's program or image, with the task's variables. May be repeated.",
        HelpName = "TASK=COMMAND",
    };

    private readonly Option<string[]> _whatIf = new("--what-if")
    {
        Description = "Start nothing, and say what would become of each task if this one ended so, and those not named with 0. May be repeated.",
        HelpName = "TASK=EXITCODE",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly PipelineChoice _choice;

    private RunCommand(IReadOnlyList<IPipeline> pipelines)
    {
        _choice = new PipelineChoice(pipelines, "local");
        _with.AcceptOnlyFromAmong(Process, Container);
        _parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--parallel must be 1 or more.");
            }
        });
        _runTimestamp.CustomParser = result =>
        {
            try
            {
                return LandTimestamp.Parse(result.Tokens[0].Value);
            }
            catch (FormatException exception)
            {
                result.AddError($"--run-timestamp: {exception.Message}");
                return default;
            }
        };
    }

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new RunCommand(pipelines);
        var command = new Command("run", About)
        {
            parts._choice.Pipeline, parts._choice.Example, parts._choice.Environment,
            parts._work, parts._bin, parts._configuration, parts._with, parts._images, parts._imageTag, parts._set, parts._runTimestamp,
            parts._parallel, parts._retries, parts._retryDelay, parts._program, parts._whatIf,
        };
        command.SetAction((parsed, cancellationToken) =>
            CommandLine.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var work = terminal.FullPath(parsed.GetRequiredValue(_work));
        var dag = _choice.Read(parsed, work);
        if (parsed.GetResult(_whatIf) is not null)
        {
            var exitCodes = Assignment.ExitCodes(parsed.GetValue(_whatIf) ?? [], dag);
            await terminal.Out.WriteLineAsync(string.Join('\n', Simulation.Of(dag, exitCodes)));
            return 0;
        }

        var asked = parsed.GetValue(_runTimestamp);
        var run = new PipelineRun
        {
            Dag = dag,
            Environment = parsed.GetRequiredValue(_choice.Environment),
            Timestamp = asked.IsUnset ? LandTimestamp.FromInstant(terminal.Time.GetUtcNow()) : asked,
            Overrides = Override.Read(parsed.GetValue(_set) ?? [], dag),
            WorkFolder = work,
            Programs = ProgramsOf(terminal, parsed),
            StandIns = Assignment.Commands(parsed.GetValue(_program) ?? [], dag),
            Parallel = parsed.GetValue(_parallel),
            Patience = new Patience(parsed.GetValue(_retries), Delay(parsed.GetRequiredValue(_retryDelay))),
        };
        return await new PipelineRunner(terminal.Synchronized(), run).RunAsync(cancellationToken);
    }

    private IPrograms ProgramsOf(Terminal terminal, ParseResult parsed) => parsed.GetRequiredValue(_with) == Container
        ? ContainerPrograms.Find(terminal.Environment.GetValueOrDefault("PATH"), parsed.GetRequiredValue(_images), parsed.GetRequiredValue(_imageTag))
        : new ProgramFolder(terminal.FullPath(parsed.GetRequiredValue(_bin)), parsed.GetRequiredValue(_configuration));

    private static TimeSpan? Delay(string text) => text switch
    {
        ModelDelay => null,
        _ when uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) => TimeSpan.FromSeconds(seconds),
        _ => throw CommandException.MalformedDelay(text),
    };
}
