using System.Globalization;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>Runs a pipeline's tasks one after another, up to the first that fails.</summary>
internal sealed class PipelineRunner(Terminal terminal, PipelineRun run)
{
    private readonly IReadOnlyList<DagTask> _tasks = TaskOrder.Of(run.Dag);

    /// <returns>The exit code of the task that failed, 128 + the signal that stopped the run, or 0.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        RequirePrograms();
        MakeFolder();
        await terminal.Out.WriteLineAsync(
            $"{run.Dag.Id} in '{run.Environment}': run {run.Timestamp}, snapshot date {run.SnapshotDate}, {_tasks.Count} tasks.");

        using var stop = new StopSignals(cancellationToken);
        var reports = new List<TaskReport>();
        foreach (var task in _tasks)
        {
            var goesOn = reports.TrueForAll(report => report.State == TaskState.Success) && !stop.Token.IsCancellationRequested;
            reports.Add(goesOn
                ? await RunAsync(task, reports.Count + 1, stop.Token)
                : new TaskReport(task.Id, task.Image, TaskState.UpstreamFailed, null, null, null));
        }

        new RunReport(run.Dag.Id, run.Environment, run.Timestamp.UnixSeconds, run.SnapshotDate.ToString(), reports).Write(run.Folder);
        return stop.Token.IsCancellationRequested ? stop.ExitCode : reports.Find(report => report.ExitCode is not (null or 0))?.ExitCode ?? 0;
    }

    private async Task<TaskReport> RunAsync(DagTask task, int number, CancellationToken cancellationToken)
    {
        await terminal.Out.WriteLineAsync($"\n=== {task.Id} ({number} of {_tasks.Count})");
        var environment = TaskEnvironment.Of(run, task, terminal.Environment);
        var result = terminal.FullPath(environment[TaskEnvironment.ResultPath]);
        // An earlier run of the same timestamp must not speak for this one.
        if (File.Exists(result))
        {
            File.Delete(result);
        }

        var start = terminal.Time.GetTimestamp();
        var exitCode = await TaskProcess.RunAsync(run.Programs.PathOf(task), terminal.CurrentDirectory, environment, cancellationToken);
        var seconds = Math.Round(terminal.Time.GetElapsedTime(start).TotalSeconds, 3);
        var state = exitCode == 0 ? TaskState.Success : TaskState.Failed;
        await terminal.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"=== {task.Id}: {(exitCode == 0 ? "success" : $"failed with exit code {exitCode}")} after {seconds:0.0} s"));
        return new TaskReport(task.Id, task.Image, state, exitCode, seconds, File.Exists(result) ? result : null);
    }

    private void RequirePrograms()
    {
        var missing = _tasks.Select(run.Programs.PathOf).Distinct().Where(path => !File.Exists(path)).ToList();
        if (missing.Count > 0)
        {
            throw CommandException.MissingPrograms(missing);
        }
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(run.Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.NotWritable(run.Folder, exception);
        }
    }
}
