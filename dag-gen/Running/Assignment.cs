using System.Globalization;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>Something that is said of one task: TASK=VALUE.</summary>
internal static class Assignment
{
    /// <summary>Reads shell commands, by the tasks' ids; the last one of a task counts.</summary>
    /// <exception cref="CommandException">The form is another, or the task is unknown.</exception>
    public static IReadOnlyDictionary<string, string> Commands(IEnumerable<string> texts, Dag dag) =>
        Read("--program", "extract=./extract.sh", texts, dag).ToDictionary(pair => pair.Task, pair => pair.Value);

    /// <summary>Reads exit codes, by the tasks' ids; the last one of a task counts.</summary>
    /// <exception cref="CommandException">The form is another, or the task is unknown.</exception>
    public static IReadOnlyDictionary<string, int> ExitCodes(IEnumerable<string> texts, Dag dag) =>
        Read("--what-if", "test-extract=1", texts, dag).ToDictionary(pair => pair.Task, pair => (int)ExitCode(pair.Task, pair.Value));

    private static IEnumerable<(string Task, string Value)> Read(string option, string example, IEnumerable<string> texts, Dag dag) =>
        texts.Select(text => text.Split('=', 2) is [var task, var value]
                ? (Task: Known(option, text, task, dag), Value: value)
                : throw CommandException.MalformedAssignment(option, text, example))
            .GroupBy(pair => pair.Task)
            .Select(pairs => pairs.Last());

    private static string Known(string option, string text, string task, Dag dag) => dag.Tasks.Any(known => known.Id == task)
        ? task
        : throw CommandException.UnknownTask($"{option} {text}", task, dag.Tasks.Select(known => known.Id));

    private static byte ExitCode(string task, string text) => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
        ? code
        : throw CommandException.MalformedAssignment("--what-if", $"{task}={text}", "test-extract=1");
}
