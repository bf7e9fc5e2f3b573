using System.Globalization;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Profiles;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

/// <summary>Tries to look at: one that is clean, one that is not, one with many columns.</summary>
internal static class SamplePages
{
    public const string HostileMarker = "</script><script>document.title='broken'</script>";

    private static readonly string[] Hostile =
    [
        HostileMarker,
        "\u202Egnp.exe\u202C and \u200Fright\u200E",
        new string('x', 10_000),
        "👩‍👩‍👧 Ynys Môn 🏴󠁧󠁢󠁷󠁬󠁳󠁿 日本語",
        "\"><img src=x onerror=alert(1)> &amp; 'quoted'",
        "line\nbreak\tand\0null \ud800",
        "",
    ];

    public static Task<ReportWorld.Try> CleanAsync(ReportWorld world) =>
        world.RunAsync([world.Checked("file_land_timestamp=1573569000/things_1573569000.jsonl.gz", 12_345, Things(12_345))]);

    /// <summary>Two good days, then one with everything that can be wrong.</summary>
    public static async Task<ReportWorld.Try> WithFindingsAsync(ReportWorld world)
    {
        await world.RunAsync([world.Checked("file_land_timestamp=1573482600/things_1573482600.jsonl.gz", 12_000, Things(12_000))]);
        var bad = Enumerable.Range(1, 3).Select(i => world.Checked(
            string.Create(CultureInfo.InvariantCulture, $"file_land_timestamp=1573569000/things_1573569000_{i}.jsonl.gz"), 12_345, Things(12_345), Break));
        var drifted = world.Checked(
            "file_land_timestamp=1573569000/things_1573569000_4.jsonl.gz", 9_876,
            [Things(9_876)[0], Things(9_876)[1] with { Nulls = 4_050, Minimum = "-20000", Maximum = "99999" }, Colour(9_876)],
            findings => findings.Add(Rule.UnknownColumn, Severity.Warning, "colour", "only columns of the metadata", 1, "a column that is not in them"));
        return await world.RunAsync([.. bad, drifted]);
    }

    /// <summary>The shipped table, with profiles as its values could have.</summary>
    public static Task<ReportWorld.Try> WideAsync(ReportWorld world)
    {
        world.Settings = world.Settings with { Table = "random_postcodes", MetaData = Repository.Path("meta_data", "raw") };
        var columns = world.Table.DataColumns.Select((column, i) => Likely(column, i, 1000)).ToList();
        return world.RunAsync([world.Checked("file_land_timestamp=1573569000/random_postcodes_1573569000.jsonl.gz", 1000, columns)]);
    }

    public static IReadOnlyList<ColumnProfile> Things(long rows) =>
    [
        new()
        {
            Name = "name", IsKnown = true, Type = new SimpleType(SimpleKind.Character), Rows = rows, Nulls = 0, Distinct = rows, Minimum = "Abbey", Maximum = "Zennor",
            ShortestLength = 3, LongestLength = 58, MeanLength = 17.25, Shapes = [new("Aaaaaa", 0.41), new("Aaaa Aaaaa", 0.22), new("Aaaa-Aa-Aaaa", 0.11), new("Aa Aaaa", 0.05), new("9 Aaaaa", 0.01)],
        },
        new()
        {
            Name = "size", IsKnown = true, Type = new SimpleType(SimpleKind.Int), Rows = rows, Nulls = rows / 50, Distinct = 418, Minimum = "-3", Maximum = "2048",
            ShortestLength = 1, LongestLength = 4, MeanLength = 2.75, Shapes = [new("999", 0.61), new("99", 0.24), new("9999", 0.1), new("9", 0.04), new("-9", 0.001)],
        },
    ];

    private static ColumnProfile Colour(long rows) => new()
    {
        Name = "colour",
        IsKnown = false,
        Type = new SimpleType(SimpleKind.Character),
        Rows = rows,
        Nulls = 12,
        Distinct = 7,
        Minimum = "amber",
        Maximum = "violet",
        ShortestLength = 3,
        LongestLength = 6,
        MeanLength = 4.4,
        Shapes = [new("aaaa", 0.5), new("aaaaa", 0.3), new("aaa", 0.2)],
    };

    private static void Break(Findings findings)
    {
        for (var i = 0; i < 4_321; i++)
        {
            findings.Fail(Rule.Type, "size", "int", 7 + (i * 2), i % 3 == 0 ? "\"x\"" : i % 3 == 1 ? "2147483648" : "1.5");
        }

        foreach (var (value, i) in Hostile.Select((value, i) => (value, i)))
        {
            findings.Fail(Rule.Pattern, "name", "a match of [A-Z][a-z]+(?: [A-Z][a-z]+)* <b>&</b>", 100 + i, value);
        }

        findings.Fail(Rule.MinimumRows, null, "at least 20000 rows", null, "12345 rows");
        findings.Add(Rule.UnknownColumn, Severity.Warning, "colour", "only columns of the metadata", 1, "a column that is not in them");
        findings.Fail(Rule.MissingColumn, "size", "the column in each row", 12_000, "no such name");
    }

    private static ColumnProfile Likely(ColumnMetadata column, int i, long rows)
    {
        var nulls = column.IsNullable ? i * 37 % 100 * (rows / 100) : 0;
        var isText = column.Type is SimpleType { Kind: SimpleKind.Character };
        var isCode = column.Name.StartsWith("codes_", StringComparison.Ordinal);
        return new ColumnProfile
        {
            Name = column.Name,
            IsKnown = true,
            Type = column.Type,
            Rows = rows,
            Nulls = nulls,
            Distinct = Math.Max(1, (rows - nulls) * (i % 7) / 6),
            Minimum = isCode ? "E06000001" : isText ? "Aberdeen City" : "0",
            Maximum = isCode ? "W99999999" : isText ? "Yorkshire and The Humber" : "999",
            ShortestLength = isCode ? 9 : 1 + (i % 4),
            LongestLength = isCode ? 9 : 6 + (i * 3 % 50),
            MeanLength = isCode ? 9 : 4 + (i % 9),
            Shapes = isCode
                ? [new("A99999999", 1)]
                : [new(isText ? "Aaaaaaaa Aaaa" : "999", 0.62), new(isText ? "Aaaaa aaa Aaaaaa" : "99", 0.2), new(isText ? "Aaaa" : "9", 0.06)],
        };
    }
}
