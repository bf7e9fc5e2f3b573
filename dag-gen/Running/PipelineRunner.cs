using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>Runs a pipeline's tasks as Airflow would: in order, as their trigger rules say, several at once if asked.</summary>
internal sealed class PipelineRunner(Terminal terminal, PipelineRun run)
{
    private readonly TaskGraph _graph = new(run.Dag);
    private readonly TaskRunner _runner = new(terminal, run);
    private readonly Dictionary<string, TaskReport> _reports = [];

    /// <returns>The exit code of the task that failed the run, 128 + the signal that stopped it, or 0.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        RequirePrograms();
        MakeFolder();
        await terminal.Out.WriteLineAsync(
            $"{run.Dag.Id} in '{run.Environment}': run {run.Timestamp}, snapshot date {run.SnapshotDate}, {_graph.Tasks.Count} tasks.");

        using var stop = new StopSignals(cancellationToken);
        var board = new RunBoard(_graph);
        await RunAllAsync(board, stop.Token);
        var reports = _graph.Tasks.Select(task => ReportOf(task, board)).ToList();
        new RunReport(run.Dag.Id, run.Environment, run.Timestamp.UnixSeconds, run.SnapshotDate.ToString(), reports).Write(run.Folder);
        if (stop.Token.IsCancellationRequested)
        {
            return stop.ExitCode;
        }

        var verdict = RunVerdict.Of(_graph, board, id => _reports.GetValueOrDefault(id)?.ExitCode);
        if (verdict.Note is { } note)
        {
            await terminal.Out.WriteLineAsync($"\n{note}");
        }

        return verdict.ExitCode;
    }

    private async Task RunAllAsync(RunBoard board, CancellationToken cancellationToken)
    {
        using var failFast = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = new List<Task<(DagTask Task, TaskReport Report)>>();
        while (true)
        {
            foreach (var task in cancellationToken.IsCancellationRequested ? [] : board.Ready().Take(run.Parallel - running.Count))
            {
                board.Begin(task);
                // A teardown cleans up also behind the failure that ends the others.
                running.Add(RunAsync(task, board.Begun, task.Role == TaskRole.Teardown ? cancellationToken : failFast.Token));
            }

            if (running.Count == 0)
            {
                return;
            }

            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            var (endedTask, report) = await ended;
            _reports[endedTask.Id] = report;
            board.End(endedTask, report.State);
            if (run.Dag.FailFast && report.State == TaskState.Failed)
            {
                board.SkipRest();
                await failFast.CancelAsync();
            }
        }
    }

    private async Task<(DagTask Task, TaskReport Report)> RunAsync(DagTask task, int number, CancellationToken cancellationToken) =>
        (task, await _runner.RunAsync(task, $"{number} of {_graph.Tasks.Count}", cancellationToken));

    private TaskReport ReportOf(DagTask task, RunBoard board) =>
        _reports.GetValueOrDefault(task.Id) ?? new TaskReport(task.Id, task.Image, board.StateOf(task), null, null, null);

    // All that is missing is said before anything runs.
    private void RequirePrograms()
    {
        foreach (var task in _graph.Tasks)
        {
            run.CommandOf(task);
            run.EnvironmentOf(task, terminal.Environment);
        }

        run.Programs.Require(run, [.. _graph.Tasks.Where(task => !run.StandIns.ContainsKey(task.Id))]);
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
