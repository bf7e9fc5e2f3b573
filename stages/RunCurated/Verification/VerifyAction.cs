using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Verification;

/// <summary>Reads what the newest commit names, all of it, and holds it against what the commit says. Changes nothing.</summary>
internal sealed class VerifyAction(StageContext<RunCuratedSettings> context) : IStage
{
    private readonly RunCuratedSettings _settings = context.Settings;
    private readonly ILogger _logger = context.Loggers.CreateLogger(RunCuratedSettings.Stage);

    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        var log = new CommitLog(context.Store.Open(_settings.CommitList), context.Store.Open(_settings.CuratedRead));
        var newest = await log.NewestAsync(cancellationToken)
            ?? throw StageException.DataFailed($"'{_settings.CuratedPath}' has no commit yet: there is nothing to verify.");
        var differences = new Differences(_logger);
        using var engine = await DuckDbEngine.OpenAsync(_settings, context.WorkDirectory, _logger, cancellationToken);
        var inputs = await new InputVerification(context, log, differences).RunAsync(newest, cancellationToken);
        var parts = await new PartVerification(context, engine, differences).RunAsync(newest, cancellationToken);
        VerifyReconciliations(newest, differences);
        return Result(newest, inputs, parts, differences.Count);
    }

    // Both sides are totals of what was just read, but for tables of several days: of those the equation knows the last.
    private static void VerifyReconciliations(Commit newest, Differences differences)
    {
        foreach (var equation in newest.Reconciliations)
        {
            foreach (var (table, rows) in equation.Raw)
            {
                differences.Compare($"rows of raw.{table} in the equation of '{equation.Table}'", rows, newest.Extracts.FirstOrDefault(extracts => extracts.Table == table)?.Rows ?? 0);
            }

            foreach (var (name, rows) in equation.Curated)
            {
                if (newest.Table(name) is { } table && table.Slices.All(slice => slice.Day is null))
                {
                    differences.Compare($"rows of curated.{name} in the equation of '{equation.Table}'", rows, table.Rows);
                }
            }

            differences.Compare($"both sides of the equation of '{equation.Table}'", equation.Raw.Values.Sum(), equation.Curated.Values.Sum());
        }
    }

    private static StageResult Result(Commit newest, int inputs, int parts, int differences)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"commit {newest.Number}: {inputs} extracts and {parts} parts");
        return new StageResult(
            differences == 0 ? ExitCode.Done : ExitCode.DataFailed,
            differences == 0
                ? $"Verified {what} are as they were committed."
                : string.Create(CultureInfo.InvariantCulture, $"Verified {what} differ in {differences} places from what was committed. Restore what was changed, or make it anew with INPUT=all."))
        {
            RowsOut = newest.Tables.Sum(table => table.Rows),
            Facts = new JsonObject { ["commit"] = newest.Number, ["version"] = newest.Version, ["differences"] = differences },
        };
    }
}
