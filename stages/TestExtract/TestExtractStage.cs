using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract;

/// <summary>
/// Checks everything in land, then promotes what passed and quarantines what failed. The verdict is about the run: it is
/// computed from where the run's objects are, so that a retry gives the same answer.
/// </summary>
internal sealed class TestExtractStage(StageContext<TestExtractSettings> context) : IStage
{
    private readonly TestExtractSettings _settings = context.Settings;
    private readonly ILogger _logger = context.Loggers.CreateLogger(TestExtractSettings.Stage);

    public async Task<StageResult> RunAsync(CancellationToken cancellationToken)
    {
        var table = LoadTable();
        using var checks = new ObjectCheck(context.Store.Open(_settings.LandRead), table, _settings, context.WorkDirectory);
        var mover = new Mover(context, _logger);
        var history = new RunHistory(context);
        var verdicts = new List<Verdict>();
        foreach (var stored in await LandedAsync(cancellationToken))
        {
            Log.ObjectFound(_logger, stored.Location.ToString(), stored.Length);
            var result = await checks.RunAsync(stored, cancellationToken);
            FindingsReport.Print(_logger, result);
            verdicts.Add(await mover.MoveAsync(result, cancellationToken));
        }

        var earlier = await history.FindAsync(verdicts, cancellationToken);
        return Judge(verdicts, earlier);
    }

    private TableMetadata LoadTable()
    {
        try
        {
            var folder = MetadataFolder.Load(_settings.MetaData);
            var table = folder.Tables.FirstOrDefault(table => table.Name == _settings.Table)
                ?? throw StageException.SettingsWrong(
                    $"'{_settings.MetaData}' has no metadata for the table '{_settings.Table}'. Add '{_settings.Table}.json' or change TABLE.");
            return table.Format is DataFormat.Json or DataFormat.Csv or DataFormat.CsvQuotedNodate
                ? table
                : throw StageException.SettingsWrong($"'{table.File}' has the data_format '{table.Format}'. Objects in land are JSON lines or CSV: set it to json or csv.");
        }
        catch (MetadataException exception)
        {
            throw StageException.SettingsWrong(exception.Message, exception);
        }
    }

    private async Task<List<StoredObject>> LandedAsync(CancellationToken cancellationToken)
    {
        var landed = new List<StoredObject>();
        await foreach (var stored in context.Store.Open(_settings.LandList).AllAsync(cancellationToken))
        {
            landed.Add(stored);
        }

        Log.ObjectsListed(_logger, landed.Count, _settings.LandPath.Folder(_settings.Table).ToString());
        return landed;
    }

    private StageResult Judge(List<Verdict> verdicts, EarlierTries earlier)
    {
        var failed = verdicts.Where(verdict => !verdict.Passed).ToList();
        var passed = verdicts.Where(verdict => verdict.Passed).ToList();
        var (exitCode, summary) = (failed.Count, earlier) switch
        {
            ( > 0, _) => (ExitCode.DataFailed, $"{failed.Count} of {Objects(verdicts.Count)} failed: {Names(failed)}. {WhatNow()}"),
            (_, { Quarantined: { Count: > 0 } held }) => (ExitCode.DataFailed,
                $"An earlier try of this run quarantined {string.Join(", ", held)}. {WhatNow()}"),
            (_, { IsRunAccountedFor: false }) => (ExitCode.DataFailed,
                $"Nothing of the run {_settings.RunTimestamp} is in land, and nothing was promoted or quarantined before. Run extract for it first."),
            _ when passed.Count == 0 => (ExitCode.Done, $"An earlier try promoted the run {_settings.RunTimestamp}: nothing to do."),
            _ when context.IsPlan => (ExitCode.Done, $"{Objects(passed.Count)} would be promoted."),
            _ => (ExitCode.Done, $"{Objects(passed.Count)} passed, {passed.Sum(verdict => verdict.Checked.Rows)} rows, now in raw-hist."),
        };
        return new StageResult(exitCode, summary)
        {
            RowsIn = verdicts.Sum(verdict => verdict.Checked.Rows),
            RowsOut = passed.Sum(verdict => verdict.Checked.Rows),
            Facts = new JsonObject
            {
                ["run_timestamp"] = _settings.RunTimestamp.UnixSeconds,
                ["table"] = _settings.Table,
                ["objects"] = new JsonArray([.. verdicts.Select(FindingsReport.ToJson)]),
            },
        };
    }

    private static string Objects(int count) => count == 1 ? "1 object" : $"{count} objects";

    private string WhatNow() => _settings.QuarantinePath is null
        ? "They stay in land: correct the source or the metadata, and run the stage again."
        : $"See the findings in '{_settings.FindingsOfThisRun}'.";

    private static string Names(List<Verdict> verdicts) =>
        string.Join(", ", verdicts.Select(verdict => $"'{verdict.Checked.Stored.Location}'"));
}
