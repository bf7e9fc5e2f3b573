using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;

namespace Slipstream.StageHost;

/// <summary>The result of a stage as JSON, where Airflow's XCom side-car looks for it.</summary>
internal static class ResultFile
{
    // https://airflow.apache.org/docs/apache-airflow-providers-cncf-kubernetes/stable/operators.html#how-does-xcom-work
    private const string XComFile = "/airflow/xcom/return.json";

    public static string? PathFor(HostSettings settings) =>
        settings.ResultPath ?? (Directory.Exists(Path.GetDirectoryName(XComFile)) ? XComFile : null);

    public static void Write(string path, string stage, StageResult result, TimeSpan elapsed)
    {
        var json = new JsonObject
        {
            ["stage"] = stage,
            ["exit_code"] = (int)result.ExitCode,
            ["summary"] = result.Summary,
            ["rows_in"] = result.RowsIn,
            ["rows_out"] = result.RowsOut,
            ["seconds"] = Math.Round(elapsed.TotalSeconds, 3),
            ["facts"] = result.Facts.DeepClone(),
        };
        try
        {
            Replace(Path.GetFullPath(path), json.ToJsonString() + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StageException.OutsideFailed(
                $"The result could not be written to '{path}': {exception.Message} Set RESULT_PATH to a file that can be written.", exception);
        }
    }

    // Readers see the whole result or none of it.
    private static void Replace(string path, string text)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("It is a folder.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".part";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}
