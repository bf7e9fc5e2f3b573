using System.Text.Json.Nodes;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;

namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>Says how a run fared, from what this pass did and what is left of earlier tries.</summary>
internal sealed class RunVerdict(TestExtractSettings settings, bool isPlan)
{
    public StageResult Judge(RunTally tally, EarlierTries earlier)
    {
        var (exitCode, summary) = (tally, earlier) switch
        {
            ({ Failed: > 0 } or { Skipped: > 0 }, _) => (ExitCode.DataFailed, Failed(tally)),
            (_, { Quarantined: { Count: > 0 } held }) => (ExitCode.DataFailed,
                $"An earlier try of this run quarantined {Names(held.Select(location => location.ToString()), held.Count)}. {WhatNow()}"),
            (_, { IsRunAccountedFor: false }) => (ExitCode.DataFailed,
                $"Nothing of the run {settings.RunTimestamp} is in land, and nothing was promoted or quarantined before. Run extract for it first."),
            _ when tally.Passed == 0 => (ExitCode.Done, $"An earlier try promoted the run {settings.RunTimestamp}: nothing to do."),
            _ when isPlan => (ExitCode.Done, $"{Objects(tally.Passed)} would be promoted."),
            _ => (ExitCode.Done, $"{Objects(tally.Passed)} passed, {tally.PassedRows} rows, now in raw-hist."),
        };
        return new StageResult(exitCode, summary) { RowsIn = tally.Rows, RowsOut = tally.PassedRows, Facts = Facts(tally) };
    }

    private static string Objects(long count) => count == 1 ? "1 object" : $"{count} objects";

    private static string Names(IEnumerable<string> first, long count)
    {
        var names = string.Join(", ", first.Take(RunTally.MostNamed).Select(name => $"'{name}'"));
        return count > RunTally.MostNamed ? $"{names} and {count - RunTally.MostNamed} more" : names;
    }

    private string Failed(RunTally tally)
    {
        var failed = tally.FirstFailed.Select(verdict => verdict.Checked.Stored.Location.ToString())
            .Concat(tally.FirstSkipped.Select(skipped => skipped.Stored.Location.ToString()))
            .Order(StringComparer.Ordinal);
        return $"{tally.Failed + tally.Skipped} of {Objects(tally.Objects)} failed: {Names(failed, tally.Failed + tally.Skipped)}. {WhatNow()}";
    }

    private string WhatNow() => settings switch
    {
        { QuarantinePath: not null } => $"See the findings in '{settings.FindingsOfThisRun}'.",
        { RejectedFolder: { } folder } => $"They stay in land and are skipped until they change; their findings are in '{folder}'. Correct the source or the metadata, and run the stage again.",
        _ => "They stay in land: correct the source or the metadata, and run the stage again.",
    };

    // Airflow keeps the result in its database: it stays small, however many objects there are.
    private JsonObject Facts(RunTally tally) => new()
    {
        ["run_timestamp"] = settings.RunTimestamp.UnixSeconds,
        ["table"] = settings.Table,
        ["objects_passed"] = tally.Passed,
        ["objects_failed"] = tally.Failed,
        ["objects_skipped"] = tally.Skipped,
        ["bytes"] = tally.Bytes,
        ["objects"] = new JsonArray([.. tally.FirstFailed.Concat(tally.FirstPassed).Take(RunTally.MostNamed).Select(VerdictJson.Of)]),
    };
}
