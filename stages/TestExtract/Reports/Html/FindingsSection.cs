using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>The findings, failures first, each with its first examples.</summary>
internal static class FindingsSection
{
    private const int MostOpen = 5;

    public static Markup Of(RunTotals totals)
    {
        var groups = totals.Findings;
        return Markup.Of($"""
            <section aria-labelledby="findings"><h2 id="findings">Findings</h2>
            {(groups.Count == 0 ? Markup.Of($"""<p class="fine">No value breaks a rule.</p>""") : Markup.Of($"""<div class="list" data-filter="findings">{groups.Select((group, i) => Finding(group, i < MostOpen && group.IsFailure))}</div>"""))}
            {Markup.If(totals.MoreFindings > 0, () => Markup.Of($"""<p class="more">And {Values.Count(totals.MoreFindings, "more finding")}: the JSON report has them all.</p>"""))}
            </section>
            """);
    }

    private static Markup Finding(FindingGroup group, bool isOpen) => Markup.Of($"""
        <details class="{(group.IsFailure ? "bad" : "warn")}"{(isOpen ? new Markup(" open") : Markup.None)}>
        <summary>{Values.Severity(group.IsFailure)} <span class="what">{Subject(group)} <span class="rule">{group.Rule}</span></span> <span class="times">{group.Count} <span class="unit">{(group.Count == 1 ? "time" : "times")} in {Values.Count(group.Objects, "object")}</span></span></summary>
        <p class="expected"><span class="label">expected</span> {Visible.Shortened(group.Expected, 600)}</p>
        {Markup.If(group.Examples.Count > 0, () => Examples(group))}
        </details>
        """);

    private static Markup Subject(FindingGroup group) => group.Column is { } column
        ? Values.Name(column)
        : Markup.Of($"""<span class="whole">whole object or row</span>""");

    // The object once, above its lines: paths are long.
    private static Markup Examples(FindingGroup group) => Markup.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-label="examples"><table class="examples"><thead><tr><th scope="col" class="number">line</th><th scope="col">found</th></tr></thead>
        {group.Examples.GroupBy(example => example.Key, StringComparer.Ordinal).Select(part => OfObject(part.Key, part.Select(example => example.Example)))}
        </table></div>
        {Markup.If(group.Count > group.Examples.Count, () => Markup.Of($"""<p class="more">{group.Examples.Count} of {group.Count}: the first ones of each object.</p>"""))}
        """);

    private static Markup OfObject(string key, IEnumerable<ExampleEntry> examples) => Markup.Of($"""
        <tbody><tr><th scope="rowgroup" colspan="2">{Values.Path(key)}</th></tr>
        {examples.Select(example => Markup.Of($"""<tr><td class="number">{Line(example.Line)}</td><td>{Values.Value(example.Found)}</td></tr>"""))}
        </tbody>
        """);

    private static Markup Line(long? line) => line is { } number ? Markup.Of($"{number}") : Markup.Of($"""<span class="none">–</span>""");
}
