using Slipstream.Contracts.Variables;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>Texts as a task of this run gets them.</summary>
internal static class RunText
{
    /// <summary>A variable's value: the model's, or the one that was given on the command line.</summary>
    /// <exception cref="CommandException">It is a template, and no value was given.</exception>
    public static string Of(PipelineRun run, DagTask task, TaskVariable variable) =>
        run.Overrides.LastOrDefault(change => change.TaskId == task.Id && change.Variable == variable.Name) is { } change
            ? change.Value
            : Of(run, variable.Value) ?? throw CommandException.UnknownTemplate(task.Id, variable.Name, variable.Template!);

    /// <summary>A program's argument.</summary>
    /// <exception cref="CommandException">It is a template.</exception>
    public static string Argument(PipelineRun run, DagTask task, TemplatedText text) =>
        Of(run, text) ?? throw CommandException.UnknownArgument(task.Id, ((TemplateText)text).Jinja);

    // Null for what only Airflow can render.
    private static string? Of(PipelineRun run, TemplatedText text) => text switch
    {
        FixedText plain => plain.Text,
        FactText { Fact: RunFact.Timestamp } => run.Timestamp.ToString(),
        FactText { Fact: RunFact.SnapshotDate } => run.SnapshotDate.ToString(),
        TemplateText => null,
        _ => throw new ArgumentOutOfRangeException(nameof(text), text, "What this text is in a run is not known."),
    };
}
