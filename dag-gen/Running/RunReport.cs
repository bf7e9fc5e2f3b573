using System.Text.Json;
using Slipstream.DagGen.Commands;

namespace Slipstream.DagGen.Running;

/// <summary>What became of a run: <c>run.json</c>.</summary>
internal sealed record RunReport(
    string DagId, string Environment, long RunTimestamp, string SnapshotDate, IReadOnlyList<TaskReport> Tasks)
{
    public const string FileName = "run.json";

    /// <summary>Puts the report into the run's folder, whole or not at all.</summary>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var temporary = path + ".part";
            File.WriteAllText(temporary, JsonSerializer.Serialize(this, RunReportJson.Default.RunReport).ReplaceLineEndings("\n") + "\n");
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.NotWritable(path, exception);
        }
    }
}
