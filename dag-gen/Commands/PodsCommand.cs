using System.CommandLine;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Containers;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Pods;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Commands;

/// <summary><c>dag-gen pods</c>.</summary>
internal sealed class PodsCommand
{
    private const string About = """
        Show the pod that each task of a pipeline will create, as YAML: one document for each task, in the
        order of the DAG.

        It is what Airflow's KubernetesPodOperator sends to the API server: names cut as it cuts them, its
        labels beside ours, the container that keeps an XCom. No Airflow, no cluster and no Python are needed.
        What only Airflow knows stands as a placeholder: <run_id>, <try_number>, <airflow_version>, <uuid>, and
        eight x's in a pod's name. Templates are shown as they are; Airflow renders them for each run. What is
        empty is left out, and a cluster may add more when it admits the pod.

          dag-gen pods > before.yaml
          dag-gen pods postcodes_example --target airflow-2

        With --docker: the same tasks as commands of docker, to run a stage by hand. In production they call AWS
        with the profile that AWS_PROFILE names; in the local environment they work in folders of this machine,
        which containers see at the same path, so that what a catalogue names is found outside too.

          dag-gen pods --docker --environment local
          dag-gen pods --docker
        """;

    private readonly PipelineChoice _choice;
    private readonly Option<Target> _target = TargetOption.Create();

    private readonly Option<bool> _docker = new("--docker")
    {
        Description = "Show commands of docker instead.",
    };

    private readonly Option<string> _work = new("--work")
    {
        Description = "With --docker: the folder of this machine that the stages write to.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".slipstream",
    };

    private PodsCommand(IReadOnlyList<IPipeline> pipelines) => _choice = new PipelineChoice(pipelines, "production");

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new PodsCommand(pipelines);
        var command = new Command("pods", About) { parts._choice.Pipeline, parts._choice.Example, parts._choice.Environment, parts._target, parts._docker, parts._work };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = parsed.GetRequiredValue(_target);
        var work = terminal.FullPath(parsed.GetRequiredValue(_work));
        var dag = _choice.Read(parsed, work);
        RuleBook.Require(dag, target);
        var text = parsed.GetValue(_docker)
            ? DockerLines.Of(dag, work, parsed.GetRequiredValue(_choice.Environment) == "local")
            : PodDocuments.Of(dag, target);
        await terminal.Out.WriteAsync(text.AsMemory(), cancellationToken);
        return 0;
    }
}
