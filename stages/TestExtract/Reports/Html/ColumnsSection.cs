using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Stages.TestExtract.Profiles.Comparison;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Html;

/// <summary>What the values look like, column by column.</summary>
internal sealed class ColumnsSection(TableMetadata table, RunTotals totals)
{
    private readonly IReadOnlyList<ColumnTotal> _columns = [.. totals.Columns.Where(column => column.Profile.Rows > 0 || column.Profile.Known)];

    private readonly double _longest = totals.Columns.Max(column => column.Profile.LongestLength) ?? 0;

    private readonly Dictionary<string, ColumnMetadata> _metadata = table.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);

    private readonly ILookup<string, FindingGroup> _findings = totals.Findings
        .Where(group => group.Column is not null).ToLookup(group => group.Column!, StringComparer.Ordinal);

    public Markup Write() => Markup.Of($"""
        <section aria-labelledby="columns"><h2 id="columns">Columns <span class="count">{_columns.Count}</span></h2>
        <p class="lead">The values of {Values.Count(totals.Objects, "object")}, {Values.Count(totals.Rows, "row")}. Shapes: <code>A</code> is a capital, <code>a</code> any other letter, <code>9</code> a digit.</p>
        <div class="scroll" tabindex="0" role="region" aria-label="columns"><table class="columns stack" data-filter="columns" data-sort><thead><tr>
        <th scope="col" class="number">#</th><th scope="col">column</th><th scope="col">null</th><th scope="col">distinct</th><th scope="col">length</th><th scope="col">least … greatest</th><th scope="col">most frequent shapes</th>
        </tr></thead><tbody>
        {_columns.Select(Row)}
        </tbody></table></div></section>
        """);

    private Markup Row(ColumnTotal total, int index)
    {
        var profile = total.Profile;
        return Markup.Of($"""
            <tr><td class="number place" data-value="{(long)index}">{index + 1}</td>
            <th scope="row" data-label="column">{Values.Name(profile.Name)} <span class="type">{Type(profile)}</span>{Marks(profile)}</th>
            <td data-label="null" data-value="{Sortable(Ratio(profile.Nulls, profile.Rows))}">{Markup.If(profile.Rows > 0, () => Markup.Of($"""{Bars.Share(Ratio(profile.Nulls, profile.Rows), "null")}<span class="figure">{Percent.Of(profile.Nulls, profile.Rows)}</span>"""))}</td>
            <td data-label="distinct" data-value="{Sortable(profile.Distinct)}">{Markup.If(profile.Values > 0, () => Distinct(total))}</td>
            <td data-label="length" data-value="{Sortable(profile.MeanLength ?? -1)}">{Length(profile)}</td>
            <td data-label="range" class="range"><div>{Range(profile)}</div></td>
            <td data-label="shapes">{Shapes(profile)}</td></tr>
            """);
    }

    private string Type(ColumnEntry profile) =>
        _metadata.TryGetValue(profile.Name, out var column) ? column.Type.ToString() : profile.Type ?? "no value yet";

    private Markup Marks(ColumnEntry profile)
    {
        var findings = _findings[profile.Name].ToList();
        var isHidden = _metadata.TryGetValue(profile.Name, out var column) && column.IsHidden;
        return Markup.Of($"""
            {Markup.If(!profile.Known, () => Markup.Of($""" <span class="badge new">new</span>"""))}{Markup.If(isHidden, () => Markup.Of($""" <span class="badge">values hidden</span>"""))}{Markup.If(findings.Any(group => group.IsFailure), () => Markup.Of($""" <span class="badge bad">failures</span>"""))}{Markup.If(profile.Known && findings.Count > 0 && findings.All(group => !group.IsFailure), () => Markup.Of($""" <span class="badge warn">warnings</span>"""))}
            """);
    }

    private static Markup Distinct(ColumnTotal total) => Markup.Of(
        $"""{Bars.Share(Ratio(total.Profile.Distinct, total.Profile.Values), "distinct")}<span class="figure">{(total.IsDistinctExact ? "≈ " : "≥ ")}{total.Profile.Distinct}</span>""");

    private Markup Length(ColumnEntry profile) => profile is { ShortestLength: { } shortest, LongestLength: { } longest, MeanLength: { } mean }
        ? Markup.Of($"""{Bars.Span(shortest, mean, longest, _longest)}<span class="figure">{(shortest == longest ? Figure.Of((long)shortest) : $"{Figure.Of((long)shortest)}–{Figure.Of((long)longest)}, ø {Figure.Of(mean)}")}</span>""")
        : Markup.None;

    private static Markup Range(ColumnEntry profile) => profile is { Minimum: { } least, Maximum: { } greatest }
        ? least == greatest
            ? Markup.Of($"{Bound(least)}")
            : Markup.Of($"""{Bound(least)} <span class="to">…</span> {Bound(greatest)}""")
        : Markup.None;

    private static Markup Bound(string value) => Markup.Of($"""<bdi><code class="bound">{Visible.Shortened(value, 40)}</code></bdi>""");

    private static Markup Shapes(ColumnEntry profile) => profile.Shapes.Count == 0 || profile.Values == 0
        ? Markup.None
        : Markup.Of($"""<ol class="shapes">{profile.Shapes.Take(5).Select(shape => Markup.Of($"""<li><bdi><code>{Visible.Shortened(shape.Shape.Length == 0 ? "(empty)" : shape.Shape, 32)}</code></bdi>{Bars.Share(shape.Share, "shape")}<span class="figure">{Percent.Of(shape.Share)}</span></li>"""))}</ol>""");

    private static double Ratio(double part, double whole) => whole == 0 ? 0 : part / whole;

    private static string Sortable(double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
