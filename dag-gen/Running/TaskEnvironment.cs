using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Commands;
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
            environment[variable.Name] = ValueOf(run, task, variable);
        }

        environment[ResultPath] = Path.Combine(run.Folder, $"{task.Id}.json");
        foreach (var change in run.Overrides.Where(change => change.TaskId == task.Id))
        {
            environment[change.Variable] = change.Value;
        }

        return environment;
    }

    private static string ValueOf(PipelineRun run, DagTask task, TaskVariable variable) => variable switch
    {
        _ when run.Overrides.LastOrDefault(change => change.TaskId == task.Id && change.Variable == variable.Name) is { } change => change.Value,
        { Text: { } text } => text,
        { Fact: RunFact.Timestamp } => run.Timestamp.ToString(),
        { Fact: RunFact.SnapshotDate } => run.SnapshotDate.ToString(),
        { Template: { } template } => throw CommandException.UnknownTemplate(task.Id, variable.Name, template),
        _ => throw new InvalidOperationException($"Variable '{variable.Name}' has no value."),
    };
}
