using System.CommandLine;
using Slipstream.Contracts;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Rules;
using Slipstream.DagGen.Running;

namespace Slipstream.DagGen.Commands;

/// <summary><c>dag-gen run</c>.</summary>
internal sealed class RunCommand
{
    private const string About = """
        Run a pipeline here, without Airflow: its tasks in the order of the DAG, each as a process of its own.

        A task's process gets the variables that the task has in the DAG, and no others but what every
        process needs: PATH, HOME, LANG, TMPDIR, DOTNET_*. The first task that fails ends the run, and its
        exit code is the run's. Results are in <work>/runs/<run timestamp>: run.json, and TASK.json for each task.
        """;

    private readonly Argument<string?> _pipeline = new("PIPELINE")
    {
        Description = "The DAG's id. Not needed where there is only one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string> _environment = new("--environment")
    {
        Description = "Whose values the variables have.",
        HelpName = string.Join('|', DeploymentEnvironment.Names),
        DefaultValueFactory = _ => "local",
    };

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

    private readonly IReadOnlyList<IPipeline> _pipelines;

    private RunCommand(IReadOnlyList<IPipeline> pipelines)
    {
        _pipelines = pipelines;
        _environment.AcceptOnlyFromAmong([.. DeploymentEnvironment.Names]);
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
            parts._pipeline, parts._environment, parts._work, parts._bin, parts._configuration, parts._set, parts._runTimestamp,
        };
        command.SetAction((parsed, cancellationToken) =>
            CommandLine.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var work = terminal.FullPath(parsed.GetRequiredValue(_work));
        var environment = DeploymentEnvironment.Find(parsed.GetRequiredValue(_environment), work);
        var dag = Choose(parsed.GetValue(_pipeline), environment);
        RuleBook.Require([dag]);
        var asked = parsed.GetValue(_runTimestamp);
        var run = new PipelineRun
        {
            Dag = dag,
            Environment = environment.Name,
            Timestamp = asked.IsUnset ? LandTimestamp.FromInstant(terminal.Time.GetUtcNow()) : asked,
            Overrides = Override.Read(parsed.GetValue(_set) ?? [], dag),
            WorkFolder = work,
            Programs = new ProgramFolder(terminal.FullPath(parsed.GetRequiredValue(_bin)), parsed.GetRequiredValue(_configuration)),
        };
        return await new PipelineRunner(terminal, run).RunAsync(cancellationToken);
    }

    private Dag Choose(string? id, DeploymentEnvironment environment)
    {
        var dags = _pipelines.Select(pipeline => pipeline.In(environment)).ToList();
        return id is null
            ? dags.Count == 1 ? dags[0] : throw CommandException.PipelineNotNamed(dags.Select(dag => dag.Id))
            : dags.Find(dag => dag.Id == id) ?? throw CommandException.UnknownPipeline(id, dags.Select(dag => dag.Id));
    }
}
