using System.Globalization;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>Runs one task to its end, with as many tries as it has.</summary>
internal sealed class TaskRunner(Terminal terminal, PipelineRun run)
{
    public async Task<TaskReport> RunAsync(DagTask task, string number, CancellationToken cancellationToken)
    {
        await terminal.Out.WriteLineAsync($"\n=== {task.Id} ({number})");
        var environment = run.EnvironmentOf(task, terminal.Environment);
        var result = terminal.FullPath(environment[TaskEnvironment.ResultPath]);
        var start = terminal.Time.GetTimestamp();
        var (exitCode, tries) = await TryAsync(task, result, environment, cancellationToken);
        var seconds = Math.Round(terminal.Time.GetElapsedTime(start).TotalSeconds, 3);
        var state = StateOf(task, exitCode);
        await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"=== {task.Id}: {Words(state, exitCode)} after {seconds:0.0} s"));
        return new TaskReport(task.Id, task.Image, state, exitCode, seconds, File.Exists(result) ? result : null) { Tries = tries };
    }

    /// <summary>What an exit code says of a task.</summary>
    public static TaskState StateOf(DagTask task, int exitCode) =>
        task.SkipExitCodes.Contains(exitCode) ? TaskState.Skipped : exitCode == 0 ? TaskState.Success : TaskState.Failed;

    private async Task<(int ExitCode, int Tries)> TryAsync(
        DagTask task, string result, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var policy = task.Retries ?? run.Dag.Retries;
        for (var tries = 1; ; tries++)
        {
            // An earlier try, or an earlier run of the same timestamp, must not speak for this one.
            File.Delete(result);
            var exitCode = await TaskProcess.RunAsync(
                run.CommandOf(task), terminal.CurrentDirectory, environment, OutputOf(task), cancellationToken);
            if (StateOf(task, exitCode) != TaskState.Failed || cancellationToken.IsCancellationRequested
                || run.Patience.PauseAfter(policy, tries) is not { } pause)
            {
                return (exitCode, tries);
            }

            await terminal.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"=== {task.Id}: failed with exit code {exitCode}; try {tries + 1} of {policy.Count + 1} follows in {pause.TotalSeconds:0.#} s"));
            await Task.Delay(pause, terminal.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
            {
                return (exitCode, tries);
            }
        }
    }

    // One task alone has the terminal to itself; of several, each line says whose it is.
    private LineOutput? OutputOf(DagTask task) => run.Parallel == 1 ? null : new LineOutput(terminal, $"{task.Id} | ");

    private static string Words(TaskState state, int exitCode) => state switch
    {
        TaskState.Success => "success",
        TaskState.Skipped => $"skipped by exit code {exitCode}",
        _ => $"failed with exit code {exitCode}",
    };
}
