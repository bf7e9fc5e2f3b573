using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>The variables of a task in a run: what the DAG gives to the task, and what was set on the command line.</summary>
internal static class TaskEnvironment
{
    public const string ResultPath = "RESULT_PATH";

    public static IReadOnlyDictionary<string, string> Of(PipelineRun run, DagTask task)
    {
        var environment = new Dictionary<string, string>();
        foreach (var variable in run.Dag.EnvironmentOf(task))
        {
            environment[variable.Name] = RunText.Of(run, task, variable);
        }

        environment[ResultPath] = Path.Combine(run.Folder, $"{task.Id}.json");
        foreach (var change in run.Overrides.Where(change => change.TaskId == task.Id))
        {
            environment[change.Variable] = change.Value;
        }

        return environment;
    }
}
