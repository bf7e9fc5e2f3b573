using Slipstream.Contracts;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>What became of each object: the rejected ones first.</summary>
internal static class ObjectsSection
{
    private const int MostPassed = 100;
    private const int HashDigits = 12;

    public static Markup Of(RunTotals totals)
    {
        var passed = totals.FirstPassed.Take(MostPassed).ToList();
        var shown = totals.FirstFailed.Concat(passed).ToList();
        return Markup.Of($"""
            <section aria-labelledby="objects"><h2 id="objects">Objects <span class="count">{totals.Objects}</span></h2>
            <div class="scroll" tabindex="0" role="region" aria-label="objects"><table class="objects stack" data-filter="objects" data-sort><thead><tr>
            <th scope="col">verdict</th><th scope="col">object</th><th scope="col" class="number">rows</th><th scope="col" class="number">size</th><th scope="col">SHA-256</th><th scope="col">now in</th>
            </tr></thead><tbody>
            {shown.Select(Row)}
            </tbody></table></div>
            {Markup.If(totals.Failed > totals.FirstFailed.Count, () => Markup.Of($"""<p class="more">The first {totals.FirstFailed.Count} of {totals.Failed} rejected objects: the JSON report has them all.</p>"""))}
            {Markup.If(totals.Passed > passed.Count, () => Markup.Of($"""<p class="more">The first {passed.Count} of {totals.Passed} objects that passed: the JSON report has them all.</p>"""))}
            </section>
            """);
    }

    private static Markup Row(ObjectEntry entry) => Markup.Of($"""
        <tr><td data-label="verdict">{Verdict(entry)}</td><td data-label="object" class="key">{Values.Path(S3Location.Parse(entry.Object).Key)}</td><td data-label="rows" class="number" data-value="{entry.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture)}">{entry.Rows}</td><td data-label="size" class="number" data-value="{entry.Bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)}">{Values.Bytes(entry.Bytes)}</td><td data-label="SHA-256">{Hash(entry.Sha256)}</td><td data-label="now in">{(entry.MovedTo is { } target ? Values.Path(S3Location.Parse(target).Bucket) : Markup.Of($"land"))}</td></tr>
        """);

    private static Markup Verdict(ObjectEntry entry) => entry.Passed
        ? Markup.Of($"""<span class="badge good">passed</span>""")
        : Markup.Of($"""<span class="badge bad">rejected</span>""");

    private static Markup Hash(string? hash) => hash is null
        ? Markup.Of($"""<span class="none">not read to its end</span>""")
        : Markup.Of($"""<code title="{hash}">{hash[..HashDigits]}…</code>""");
}
