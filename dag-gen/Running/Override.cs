using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>A variable that is given another value than the model's.</summary>
internal sealed record Override(string TaskId, string Variable, string Value)
{
    /// <summary>Reads TASK.VARIABLE=VALUE.</summary>
    /// <exception cref="CommandException">The form is another, or the task or the variable is unknown.</exception>
    public static IReadOnlyList<Override> Read(IEnumerable<string> settings, Dag dag) => [.. settings.Select(setting => Read(setting, dag))];

    private static Override Read(string setting, Dag dag)
    {
        if (setting.Split('=', 2) is not [var name, var value] || name.Split('.') is not [var taskId, var variable])
        {
            throw CommandException.MalformedOverride(setting);
        }

        var task = dag.Tasks.FirstOrDefault(task => task.Id == taskId)
            ?? throw CommandException.UnknownTask($"--set {setting}", taskId, dag.Tasks.Select(task => task.Id));
        var known = KnownTo(task, dag);
        return known.Contains(variable)
            ? new Override(taskId, variable, value)
            : throw CommandException.UnknownVariable(setting, taskId, variable, known);
    }

    // What a foreign image reads is not known: only what the pipeline sets.
    private static List<string> KnownTo(DagTask task, Dag dag) =>
        [.. task.Variables.Select(row => row.Name).Union(dag.EnvironmentOf(task).Select(variable => variable.Name))];
}
