using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Slipstream.DuckDb;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Tests;

public sealed partial class DateTimeFormatTests
{
    private static IEnumerable<(string Format, string Text, string Expected)> Vectors =>
        File.ReadLines(Case.Path("strptime", "vectors.tsv")).Select(line => line.Split('|')).Select(parts => (parts[0], parts[1].Replace("\\t", "\t", StringComparison.Ordinal), parts[2]));

    [Fact]
    public void Values_are_read_as_Python_reads_them()
    {
        Assert.Equal(737, Vectors.Count());

        Assert.All(Vectors, vector => Assert.Equal($"{vector.Format} {vector.Text} {vector.Expected}", $"{vector.Format} {vector.Text} {Read(vector.Format, vector.Text)}"));
    }

    [Theory]
    [InlineData("%F", "2019-03-07", "%Y-%m-%d")]
    [InlineData("%D", "03/07/19", "%m/%d/%y")]
    [InlineData("%FT%T", "2019-03-07T13:45:00", "%Y-%m-%dT%H:%M:%S")]
    public void Short_directives_stand_for_several(string format, string text, string longer)
    {
        Assert.NotEqual("-", Read(format, text));
        Assert.Equal(Read(longer, text), Read(format, text));
    }

    [Theory]
    [InlineData("%Y %j", "2019 366")]
    [InlineData("%Y-%m-%d", "２０１９-03-07")]
    [InlineData("%Y-%m-%d %Z", "2019-03-07 BST")]
    [InlineData("%Y", "")]
    public void What_Python_takes_in_some_places_and_means_nothing_is_refused(string format, string text) => Assert.Equal("-", Read(format, text));

    [Fact]
    public void A_zone_moves_the_value_to_UTC_and_beyond_the_calendar_if_need_be()
    {
        var format = DateTimeFormat.Parse("%Y-%m-%dT%H:%M:%S%z");

        Assert.True(format.HasZone);
        Assert.True(format.TryParse("0001-01-01T00:00:00+01:00"u8, out var ticks));
        Assert.Equal(-TimeSpan.TicksPerHour, ticks);
    }

    [Theory]
    [InlineData("%Y-%m-%d", true, false, false)]
    [InlineData("%H:%M", false, true, false)]
    [InlineData("%y%j %I%p %Z", true, true, true)]
    public void A_format_knows_what_its_values_say(string text, bool hasYear, bool hasHour, bool hasZone)
    {
        var format = DateTimeFormat.Parse(text);

        Assert.Equal((hasYear, hasHour, hasZone), (format.HasYear, format.HasHour, format.HasZone));
        Assert.Equal((text, text), (format.Text, format.ToString()));
    }

    [Fact]
    public void Reading_a_value_allocates_nothing()
    {
        var format = DateTimeFormat.Parse("%A %d %B %Y %I:%M:%S.%f %p %z");
        var value = "Thursday 7 March 2019 1:45:00.123456 PM +01:00"u8.ToArray();
        var isRead = format.TryParse(value, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            isRead &= format.TryParse(value, out _);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(isRead);
    }

    [Fact]
    public void A_long_format_over_a_long_value_ends()
    {
        var format = DateTimeFormat.Parse("%Y%m%d%H%M%S%f" + string.Concat(Enumerable.Repeat(" x", 60)));

        Assert.False(format.TryParse(Encoding.ASCII.GetBytes(new string('1', 1_000_000)), out _));
        Assert.False(format.TryParse(Encoding.ASCII.GetBytes("20190307134500123456" + new string(' ', 1_000_000)), out _));
    }

    // What the summary of ToDuckDb names is left out.
    [Fact]
    public async Task DuckDB_reads_the_same()
    {
        using var duckDb = DuckDbConnection.Open(new DuckDbOptions());
        var vectors = Vectors.Where(vector => vector.Expected != "-" && !HasNeighbours().IsMatch(vector.Format) && DateTimeFormat.Parse(vector.Format).ToDuckDb() is not null)
            .Where(vector => vector is not { Text: "2019-03- 7" or "2019-03-07t13:45:00.000001" or "AM 2019" } && !vector.Text.Contains("+01:02:03", StringComparison.Ordinal) && !vector.Text.Contains("+010203", StringComparison.Ordinal))
            .ToList();
        Assert.InRange(vectors.Count, 200, 737);
        foreach (var (format, text, expected) in vectors)
        {
            var formats = Sql.Literals(DateTimeFormat.Parse(format).ToDuckDb()!);

            var read = await duckDb.QueryAsync($"SELECT epoch_us(strptime({Sql.Literal(text)}, {formats}))", TestContext.Current.CancellationToken);

            var microseconds = long.Parse(Assert.Single(read.Rows)[0]!, CultureInfo.InvariantCulture);
            Assert.Equal($"{format} {text} {expected}", string.Create(CultureInfo.InvariantCulture, $"{format} {text} {(microseconds * 10) + DateTime.UnixEpoch.Ticks}"));
        }
    }

    [Fact]
    public void A_format_is_written_out_for_DuckDB()
    {
        Assert.Equal(["100%% %Y-%m-%d %H:%M:%S é"], DateTimeFormat.Parse("100%%  %F\t%T é").ToDuckDb()!);
        Assert.Equal(["%Y%z", "%YZ"], DateTimeFormat.Parse("%Y%z").ToDuckDb()!);
    }

    [Fact]
    public void A_format_with_names_of_zones_has_none_for_DuckDB() => Assert.Null(DateTimeFormat.Parse("%Y %Z").ToDuckDb());

    private static string Read(string format, string text) =>
        DateTimeFormat.Parse(format).TryParse(Encoding.UTF8.GetBytes(text), out var ticks) ? ticks.ToString(CultureInfo.InvariantCulture) : "-";

    [GeneratedRegex("%[a-zA-Z]%[a-yA-Z]")]
    private static partial Regex HasNeighbours();
}
