using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>A container is given every variable that it cannot do without.</summary>
internal sealed class ContractRule : IRule
{
    public string Code => "DG17";

    public IEnumerable<Breach> Check(Dag dag) => dag.Tasks.SelectMany(task => (IEnumerable<Breach>)[.. Missing(dag, task), .. NoStage(dag, task)]);

    private static IEnumerable<Breach> Missing(Dag dag, DagTask task)
    {
        var given = Given(dag, task);
        return task.Variables.Where(row => row.IsRequired && !given.Contains(row.Name)).Select(row => new Breach(
            $"Tasks['{task.Id}'].Environment['{row.Name}']",
            $"The container needs '{row.Name}', and an empty one counts as not set. Give it {row.Form}, such as '{row.Example}': {row.Meaning}"));
    }

    // A free container of our own image: nothing but the variable tells it what to be.
    private static IEnumerable<Breach> NoStage(Dag dag, DagTask task) =>
        dag.SingleImage && task is { Stage: null, Command.Count: 0 } && IsOurs(dag, task) && !Given(dag, task).Contains(Dag.StageVariable)
            ? [new Breach($"Tasks['{task.Id}'].Environment['{Dag.StageVariable}']", $"The image holds all stages, and '{Dag.StageVariable}' chooses one. Set it, or use a StageTask.")]
            : [];

    private static bool IsOurs(Dag dag, DagTask task) => task.Image.StartsWith(dag.ImageRepository + ":", StringComparison.Ordinal);

    private static HashSet<string> Given(Dag dag, DagTask task) =>
    [
        .. dag.EnvironmentOf(task).Where(variable => variable.Text is not { } text || !string.IsNullOrWhiteSpace(text)).Select(variable => variable.Name),
        .. task.Secrets.OfType<VariableSecret>().Select(secret => secret.Variable),
    ];
}
