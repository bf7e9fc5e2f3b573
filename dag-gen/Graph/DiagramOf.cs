using Slipstream.DagGen.Model;
using Slipstream.DagGen.Running;

namespace Slipstream.DagGen.Graph;

/// <summary>Chooses what is drawn of a pipeline: what changes when its tasks run, and nothing that changes with each release.</summary>
internal static class DiagramOf
{
    private const int LongestDetail = 48;

    public static Diagram Pipeline(Dag dag)
    {
        var tasks = TaskOrder.Of(dag);
        var frames = Frames.Of(dag);
        return new Diagram
        {
            Title = dag.Id,
            Subtitle = $"{ScheduleText.Of(dag.Schedule)} · {(tasks.Count == 1 ? "1 task" : $"{tasks.Count} tasks")}",
            Tasks = [.. tasks.Select(task => new DiagramTask(task.Id, task.Role, Details(dag, task, frames.Around(task)), frames.Around(task)))],
            Groups = frames.Groups,
            Edges = TaskOrder.EdgesOf(dag),
        };
    }

    private static List<string> Details(Dag dag, DagTask task, string? frame) =>
    [
        Short($"{task.Resources.Cpu} CPU · {task.Resources.Memory}{(task.Resources.Gpu > 0 ? $" · {task.Resources.Gpu} GPU" : string.Empty)}"),
        .. task.Stage is null ? [Short(Program(task.Image))] : Array.Empty<string>(),
        .. dag.GroupsOf(task) is [.., var group] && group.Id != frame ? new[] { Short($"of {group.Id}") } : [],
        .. task.Role == TaskRole.Work ? [] : new[] { task.Role.ToString().ToLowerInvariant() },
        .. task.Role == TaskRole.Teardown || task.TriggerRule == TriggerRule.AllSuccess ? [] : new[] { $"if {TriggerRules.WordFor(task.TriggerRule)}" },
        .. task.SkipExitCodes.Count == 0 ? [] : new[] { Short($"skipped on exit {string.Join(", ", task.SkipExitCodes)}") },
    ];

    // registry/path/name:tag, without what is the same for all and what changes with each release.
    private static string Program(string image) => image.Split('/')[^1].Split(':', '@')[0];

    private static string Short(string text) => text.Length <= LongestDetail ? text : $"{text[..(LongestDetail - 1)]}…";
}
