using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>The environment of a task's process: what the DAG gives to the task, and what every process needs.</summary>
internal static class TaskEnvironment
{
    public const string ResultPath = "RESULT_PATH";

    private const string DotnetPrefix = "DOTNET_";

    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "TMPDIR"];

    public static IReadOnlyDictionary<string, string> Of(PipelineRun run, DagTask task, IReadOnlyDictionary<string, string> own)
    {
        var environment = own
            .Where(variable => Inherited.Contains(variable.Key) || variable.Key.StartsWith(DotnetPrefix, StringComparison.Ordinal))
            .ToDictionary();
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
