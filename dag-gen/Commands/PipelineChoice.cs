using System.CommandLine;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Pipelines.Examples;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Commands;

/// <summary>Which pipeline a command is about, and in which environment.</summary>
internal sealed class PipelineChoice
{
    private readonly IReadOnlyList<IPipeline> _pipelines;

    public PipelineChoice(IReadOnlyList<IPipeline> pipelines, string defaultEnvironment)
    {
        _pipelines = pipelines;
        Environment = new Option<string>("--environment")
        {
            Description = "Whose values the variables have.",
            HelpName = string.Join('|', DeploymentEnvironment.Names),
            DefaultValueFactory = _ => defaultEnvironment,
        };
        Environment.AcceptOnlyFromAmong([.. DeploymentEnvironment.Names]);
    }

    public Argument<string?> Pipeline { get; } = new("PIPELINE")
    {
        Description = "The DAG's id. Not needed where there is only one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> Example { get; } = ExampleOption.Create("An example of dag-gen/Pipelines/Examples instead of a pipeline of this repository.");

    public Option<string> Environment { get; }

    /// <summary>The pipeline asked for; it keeps every rule.</summary>
    /// <param name="parsed">What was asked.</param>
    /// <param name="workFolder">Where the local environment keeps its data.</param>
    public Dag Read(ParseResult parsed, string workFolder)
    {
        var environment = DeploymentEnvironment.Find(parsed.GetRequiredValue(Environment), workFolder);
        var dag = (parsed.GetValue(Example), parsed.GetValue(Pipeline)) switch
        {
            (null, var id) => Choose(id, environment),
            ({ } example, null) => environment.Make(ExamplePipelines.Find(example)),
            ({ } example, { } id) => throw CommandException.TwoPipelines(id, example),
        };
        RuleBook.Require(dag);
        return dag;
    }

    private Dag Choose(string? id, DeploymentEnvironment environment)
    {
        var dags = _pipelines.Select(environment.Make).ToList();
        return id is null
            ? dags.Count == 1 ? dags[0] : throw CommandException.PipelineNotNamed(dags.Select(dag => dag.Id))
            : dags.Find(dag => dag.Id == id) ?? throw CommandException.UnknownPipeline(id, dags.Select(dag => dag.Id));
    }
}
