using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.Catalog;
using Slipstream.Contracts;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>A plan for programs: whole for PLAN_PATH, and in short for the stage's result.</summary>
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

    /// <summary>The stage's result: what the catalogue shows now.</summary>
    public static JsonObject ResultOf(CatalogState state, ICatalogPlan plan)
    {
        var result = Head(state, plan);
        result["tables"] = new JsonArray([.. plan.Changes.Where(change => change.New is not null).Select(ShownBy)]);
        return result;
    }

    private static JsonObject Of(CatalogState state, ICatalogPlan plan)
    {
        var whole = Head(state, plan);
        whole["database_differences"] = Of(plan.DatabaseDifferences);
        whole["tables"] = new JsonArray([.. plan.Changes.Select(Of)]);
        return whole;
    }

    private static JsonObject Head(CatalogState state, ICatalogPlan plan) => new()
    {
        ["database"] = state.Database.Name,
        ["commit_number"] = state.Commit.Number,
        ["version"] = state.Commit.Version,
        ["is_unchanged"] = plan.IsUnchanged,
    };

    private static JsonObject ShownBy(TableChange change) => new()
    {
        ["table"] = change.Table,
        ["change"] = Word(change.Kind),
        ["version"] = change.New!.Version,
        ["rows"] = change.New.Rows,
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
