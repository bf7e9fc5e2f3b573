using System.Text.Json;
using Slipstream.Contracts;
using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Raw;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>
/// Proves from the engine's plan that each row of a SELECT comes from one raw row, whatever the other rows are: only then
/// do new extracts give the same rows alone as among all others.
/// </summary>
internal sealed class IncrementalCheck(DuckDbConnection connection)
{
    private static readonly HashSet<string> RowByRow = new(StringComparer.Ordinal) { "PROJECTION", "FILTER", "UNNEST" };

    /// <exception cref="StageException">The SELECT looks at more than one row at a time (exit code 2).</exception>
    public async Task RequireAsync(CuratedTable table, string selected, CancellationToken cancellationToken)
    {
        var plan = await connection.QueryAsync($"EXPLAIN (FORMAT json) FROM {selected}", cancellationToken);
        using var json = JsonDocument.Parse(plan.Rows[0][1]!);
        var operators = json.RootElement.EnumerateArray().SelectMany(Operators).ToList();
        var reason = operators.Find(name => !RowByRow.Contains(name) && !RawTable.IsScan(name)) is { } other
            ? $"its plan has the step {other}, which looks at more than one row"
            : operators.Count(RawTable.IsScan) != 1
                ? "it does not read its raw table exactly once"
                : null;
        if (reason is not null)
        {
            throw StageException.SettingsWrong(
                $"'{table.Transform.File}' cannot be incremental: {reason}. Leave grouping, ordering, joins and windows to a table that reads curated.{table.Name}, or remove the declaration.");
        }
    }

    private static IEnumerable<string> Operators(JsonElement step) =>
        step.GetProperty("children").EnumerateArray().SelectMany(Operators).Prepend(step.GetProperty("name").GetString()!.Trim());
}
