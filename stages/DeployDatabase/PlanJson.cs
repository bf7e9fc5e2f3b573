using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Catalog;
using Slipstream.Contracts;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>A plan for programs, whole.</summary>
internal static class PlanJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, CatalogState state, ICatalogPlan plan)
    {
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            Directory.CreateDirectory(folder);
            using var file = File.Create(path);
            using var writer = new Utf8JsonWriter(file, Indented);
            Of(state, plan).WriteTo(writer);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StageException.OutsideFailed($"The plan cannot be written to '{path}': {exception.Message} Set PLAN_PATH to a file that can be written.", exception);
        }
    }

    private static JsonObject Of(CatalogState state, ICatalogPlan plan) => new()
    {
        ["database"] = state.Database.Name,
        ["commit_number"] = state.Commit.Number,
        ["version"] = state.Commit.Version,
        ["is_unchanged"] = plan.IsUnchanged,
        ["database_differences"] = Of(plan.DatabaseDifferences),
        ["tables"] = new JsonArray([.. plan.Changes.Select(Of)]),
    };

    private static JsonObject Of(TableChange change) => new()
    {
        ["table"] = change.Table,
        ["change"] = Word(change.Kind),
        ["old_version"] = change.Old?.Version,
        ["new_version"] = change.New?.Version,
        ["rows"] = change.New?.Rows,
        ["differences"] = Of(change.Differences),
    };

    private static JsonArray Of(IEnumerable<Difference> differences) => new([.. differences.Select(difference => new JsonObject
    {
        ["change"] = Word(difference.Kind),
        ["what"] = difference.What,
        ["old"] = difference.Old,
        ["new"] = difference.New,
    })]);

    private static string Word(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
