using System.Globalization;
using Spectre.Console;

namespace Slipstream.Local.Run;

/// <summary>The stages of a run: result, rows and seconds.</summary>
internal sealed class StageTable : IRunSection
{
    private const string Nothing = "–";

    public Task WriteAsync(IAnsiConsole console, RunRecord run, CancellationToken cancellationToken)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumn("stage")
            .AddColumn("result")
            .AddColumn(new TableColumn("rows in").RightAligned())
            .AddColumn(new TableColumn("rows out").RightAligned())
            .AddColumn(new TableColumn("seconds").RightAligned());
        foreach (var task in run.Tasks)
        {
            table.AddRow(
                Markup.Escape(task.TaskId),
                Result(task),
                Number(task.Result?.RowsIn, "N0"),
                Number(task.Result?.RowsOut, "N0"),
                Number(task.Seconds, "0.0"));
        }

        console.Write(table);
        return Task.CompletedTask;
    }

    private static string Result(TaskRecord task) => task switch
    {
        { ExitCode: 0 } => $"[green]{Markup.Escape(task.State)}[/]",
        { ExitCode: { } code } => $"[red]{Markup.Escape(task.State)} (exit code {code.ToString(CultureInfo.InvariantCulture)})[/]",
        _ => $"[grey]{Markup.Escape(task.State)}[/]",
    };

    private static string Number<T>(T? value, string format)
        where T : struct, IFormattable => value?.ToString(format, CultureInfo.InvariantCulture) ?? Nothing;
}
