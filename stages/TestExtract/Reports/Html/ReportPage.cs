using System.Security.Cryptography;
using System.Text;
using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>
/// The report as one page that needs nothing but itself. Its policy lets in only its own style and script, by their hashes:
/// should a value ever come through unescaped, it could still not run or fetch anything.
/// </summary>
internal static class ReportPage
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    public static string Of(ReportHead head, TableMetadata table, RunTotals totals) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{new Markup(HashOf(Style))}'; script-src '{new Markup(HashOf(Script))}'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{SummarySection.Title(head, totals)}</title>
        <style>{new Markup(Style)}</style>
        </head>
        <body>
        <a class="skip" href="#findings">To the findings</a>
        <main>
        {SummarySection.Of(head, totals)}
        <nav aria-label="parts of the report"><a href="#findings">Findings</a><a href="#drift">Drift</a><a href="#columns">Columns</a><a href="#objects">Objects</a></nav>
        {FindingsSection.Of(totals)}
        {DriftSection.Of(head, totals)}
        {new ColumnsSection(table, totals).Write()}
        {ObjectsSection.Of(totals)}
        </main>
        <footer><p>Written by Slipstream {head.Release}. This page loads nothing from anywhere.</p></footer>
        <script>{new Markup(Script)}</script>
        </body>
        </html>

        """).Text;

    private static string HashOf(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without '{name}'.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return "\n" + reader.ReadToEnd();
    }
}
