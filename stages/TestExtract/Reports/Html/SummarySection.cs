using System.Globalization;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>How the run fared, at a glance.</summary>
internal static class SummarySection
{
    public static Markup Of(ReportHead head, RunTotals totals)
    {
        var failures = totals.Findings.Count(group => group.IsFailure);
        var warnings = totals.Findings.Count - failures;
        return Markup.Of($"""
            <header class="{Kind(head, totals)}">
            <p class="brand">Slipstream <span aria-hidden="true">·</span> TestExtract report</p>
            <h1>{Values.Name(head.Table)}</h1>
            <p class="verdict"><span class="sign" aria-hidden="true">{Sign(head, totals)}</span> {Word(head, totals)}</p>
            <p class="sentence">{Visible.Shortened(head.Verdict, 1200)}</p>
            </header>
            <section aria-labelledby="summary"><h2 id="summary" class="unseen">Summary</h2>
            <ul class="tiles">
            {Tile("objects", Markup.Of($"{totals.Objects}"), Markup.Of($"{totals.Passed} passed, {totals.Failed} rejected"), totals.Failed > 0 ? "bad" : "good")}
            {Tile("rows", Markup.Of($"{totals.Rows}"), Markup.Of($"{totals.PassedRows} of them passed"), "plain")}
            {Tile("size", Markup.Of($"{Values.Bytes(totals.Bytes)}"), Markup.Of($"as landed"), "plain")}
            {Tile("findings", Markup.Of($"{totals.Findings.Count + totals.MoreFindings}"), Markup.Of($"{Values.Count(failures, "failure")}, {Values.Count(warnings, "warning")}"), failures > 0 ? "bad" : warnings > 0 ? "warn" : "good")}
            {Tile("duration", Markup.Of($"{Values.Duration(head.Seconds)}"), Markup.Of($"checked and moved"), "plain")}
            </ul>
            <dl class="facts">
            <div><dt>run</dt><dd><code>{head.RunTimestamp.ToString(CultureInfo.InvariantCulture)}</code> <time datetime="{Time(head)}">{Time(head)}</time></dd></div>
            <div><dt>report</dt><dd>{(long)head.Number}, started <time datetime="{head.Started}">{head.Started}</time></dd></div>
            <div><dt>release</dt><dd><code>{head.Release}</code></dd></div>
            <div><dt>metadata</dt><dd>{Values.Path(head.Metadata)}</dd></div>
            <div><dt>for programs</dt><dd><a href="{ReportFolder.Name(head.Number, ".json")}">{ReportFolder.Name(head.Number, ".json")}</a></dd></div>
            </dl></section>
            """);
    }

    public static string Title(ReportHead head, RunTotals totals) => $"{head.Table}: {Word(head, totals)}";

    private static string Kind(ReportHead head, RunTotals totals) => head.ExitCode != 0 || totals.Failed > 0 ? "bad" : totals.Findings.Count > 0 ? "warn" : "good";

    private static string Sign(ReportHead head, RunTotals totals) => Kind(head, totals) switch { "bad" => "✕", "warn" => "!", _ => "✓" };

    private static string Word(ReportHead head, RunTotals totals) => (Kind(head, totals), totals.Failed) switch
    {
        ("bad", 0) => "Run failed",
        ("bad", _) => totals.Failed == totals.Objects ? "Rejected" : "Partly rejected",
        ("warn", _) => "Passed, with warnings",
        _ => "Passed",
    };

    private static string Time(ReportHead head) =>
        DateTimeOffset.FromUnixTimeSeconds(head.RunTimestamp).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static Markup Tile(string name, Markup figure, Markup note, string kind) => Markup.Of(
        $"""<li class="{kind}"><span class="name">{name}</span> <strong>{figure}</strong> <span class="note">{note}</span></li>""");
}
