using Slipstream.Stages.TestExtract.Profiles.Comparison;
using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>What has changed since the metadata were written, and since the last accepted object.</summary>
internal static class DriftSection
{
    public static Markup Of(ReportHead head, RunTotals totals) => Markup.Of($"""
        <section aria-labelledby="drift"><h2 id="drift">Drift</h2>
        {Markup.If(totals.Added.Count + totals.Missing.Count + totals.Moved.Count == 0, () => Markup.Of($"""<p class="fine">The columns are those of the metadata, and the values look like those of the last accepted object, where there is one.</p>"""))}
        {Markup.If(totals.Added.Count > 0, () => Added(totals.Added))}
        {Markup.If(totals.Missing.Count > 0, () => Missing(totals.Missing))}
        {Markup.If(head.ProposedMetadata is not null, () => Markup.Of($"""<p class="proposed">Metadata as the data have become, to be reviewed: <a href="{head.ProposedMetadata}">{head.ProposedMetadata}</a></p>"""))}
        {Markup.If(totals.Moved.Count > 0, () => Moved(totals))}
        </section>
        """);

    private static Markup Added(IReadOnlyList<AddedColumn> added) => Markup.Of($"""
        <h3><span class="mark plus" aria-hidden="true">+</span> {Values.Count(added.Count, "column")} that the metadata do not have</h3>
        <ul class="chips">{added.Select(column => Markup.Of($"""<li>{Values.Name(column.Name)} <span class="type">{column.Type}</span> <span class="note">in {Percent.Of(column.Share)} of the rows</span></li>"""))}</ul>
        """);

    private static Markup Missing(IReadOnlyList<MissingColumn> missing) => Markup.Of($"""
        <h3><span class="mark minus" aria-hidden="true">−</span> {Values.Count(missing.Count, "column")} of the metadata that rows lack</h3>
        <ul class="chips">{missing.Select(column => Markup.Of($"""<li>{Values.Name(column.Name)} <span class="note">missing in {Percent.Of(column.Share)} of the rows</span></li>"""))}</ul>
        """);

    private static Markup Moved(RunTotals totals) => Markup.Of($"""
        <h3><span class="mark" aria-hidden="true">~</span> Values that look other than in the last accepted object</h3>
        <div class="scroll" tabindex="0" role="region" aria-label="what moved"><table class="moved stack"><thead><tr><th scope="col">column</th><th scope="col">what</th><th scope="col">before</th><th scope="col">after</th><th scope="col">tolerance</th><th scope="col">object</th></tr></thead><tbody>
        {totals.Moved.Select(item => Row(item.Key, item.Movement))}
        </tbody></table></div>
        {Markup.If(totals.MoreMoved > 0, () => Markup.Of($"""<p class="more">And {totals.MoreMoved} more: the JSON report has them all.</p>"""))}
        """);

    private static Markup Row(string key, Movement movement) => Markup.Of($"""
        <tr><th scope="row" data-label="column">{Values.Name(movement.Column)}</th><td data-label="what">{Visible.Shortened(movement.Measure, 120)}</td><td data-label="before">{Values.Value(movement.Before)}</td><td data-label="after" class="after">{Values.Value(movement.After)}</td><td data-label="tolerance">{movement.Tolerance}</td><td data-label="object">{Values.Path(key)}</td></tr>
        """);
}
