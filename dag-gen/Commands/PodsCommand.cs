using System.CommandLine;
using Slipstream.DagGen.Airflow;
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
        """;

    private readonly PipelineChoice _choice;
    private readonly Option<Target> _target = TargetOption.Create();

    private PodsCommand(IReadOnlyList<IPipeline> pipelines) => _choice = new PipelineChoice(pipelines, "production");

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new PodsCommand(pipelines);
        var command = new Command("pods", About) { parts._choice.Pipeline, parts._choice.Example, parts._choice.Environment, parts._target };
        command.SetAction((parsed, cancellationToken) => CommandLine.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed, cancellationToken)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = parsed.GetRequiredValue(_target);
        var dag = _choice.Read(parsed, terminal.CurrentDirectory);
        RuleBook.Require(dag, target);
        await terminal.Out.WriteAsync(PodDocuments.Of(dag, target).AsMemory(), cancellationToken);
        return 0;
    }
}
