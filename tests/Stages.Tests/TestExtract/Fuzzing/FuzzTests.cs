using System.IO.Compression;
using System.Text;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.Tests.TestExtract.Fuzzing;

/// <summary>
/// A hundred thousand spoilt files: each is judged, none crashes the check, hangs it or fills the memory. The seeds are
/// fixed, so that a failure comes again; the message names the input.
/// </summary>
[Trait("lane", "slow")]
[Collection(nameof(Alone))]
public sealed class FuzzTests
{
    private const int Inputs = 35_000;
    private const long MostGrowth = 32L * 1024 * 1024;

    private const string Rows = """
        {"name": "a", "size": 1, "ratio": 0.5, "day": "2019-03-07", "tags": ["x", null]}
        {"name": "ä€🚀", "size": null, "ratio": -1e10, "day": null, "tags": []}
        {"name":"with \"quotes\" and \u00e9","size":-2147483648,"ratio":1,"day":"2020-02-29","tags":null}

        """;

    private const string Csv = "name,size,ratio,day,tags\na,1,0.5,2019-03-07,\"[\"\"x\"\"]\"\n\"two\nlines\",,1e5,,\n\"ä€🚀 \"\"q\"\"\",-5,1,2020-02-29,[]\n";

    private static readonly TestExtractSettings Settings = Checking.Settings with { LongestLine = 4096, Examples = 3 };

    [Fact(Timeout = 600_000)]
    public Task JSON_lines_are_judged_as_a_plain_reading_of_the_rules_judges_them() => FuzzAsync(
        1, Encoding.UTF8.GetBytes(Rows), DataFormat.Json, "data.jsonl", bytes => bytes, (bytes, passed) =>
        {
            // A line over the limit is refused whatever it holds.
            var hasLongLine = Encoding.Latin1.GetString(bytes).Split('\n').Any(line => line.Length > Settings.LongestLine);
            Assert.Equal(!hasLongLine && PlainJudge.Accepts(bytes), passed);
        });

    [Fact(Timeout = 600_000)]
    public Task CSV_never_crashes_it() => FuzzAsync(2, Encoding.UTF8.GetBytes(Csv), DataFormat.Csv, "data.csv", bytes => bytes, (_, _) => { });

    [Fact(Timeout = 600_000)]
    public Task Spoilt_gzip_passes_only_if_a_plain_reader_gets_the_same_good_rows() => FuzzAsync(
        3, Packed(Encoding.UTF8.GetBytes(Rows)), DataFormat.Json, "data.jsonl.gz", bytes => bytes, (bytes, passed) =>
        {
            if (passed)
            {
                using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
                using var text = new MemoryStream();
                gzip.CopyTo(text);
                Assert.True(PlainJudge.Accepts(text.ToArray()));
            }
        });

    [Fact(Timeout = 600_000)]
    public Task Spoilt_rows_in_sound_gzip_are_judged_as_plain_ones() => FuzzAsync(
        4, Encoding.UTF8.GetBytes(Rows), DataFormat.Json, "data.jsonl.gz", Packed, (_, _) => { }, inputs: 5_000);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static TableMetadata Table(DataFormat format) => new()
    {
        File = "meta_data/raw/things.json",
        Name = "things",
        Description = "Things.",
        Format = format,
        Location = "things",
        Columns =
        [
            new ColumnMetadata { Name = "name", Type = ColumnTypeParser.Parse("character"), IsNullable = false },
            new ColumnMetadata { Name = "size", Type = ColumnTypeParser.Parse("int") },
            new ColumnMetadata { Name = "ratio", Type = ColumnTypeParser.Parse("double") },
            new ColumnMetadata { Name = "day", Type = ColumnTypeParser.Parse("date") },
            new ColumnMetadata { Name = "tags", Type = ColumnTypeParser.Parse("array<character>") },
        ],
    };

    private static async Task FuzzAsync(
        int seed, byte[] good, DataFormat format, string name, Func<byte[], byte[]> pack, Action<byte[], bool> judge, int inputs = Inputs)
    {
        var table = Table(format);
        var mutator = new Mutator(new Random(seed));
        var passed = 0;
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        using var checks = new Checking.Checks(table, Settings);
        Assert.False((await checks.RunAsync(pack(good), name)).Findings.HasFailures);
        for (var i = 0; i < inputs; i++)
        {
            var bytes = mutator.Spoil(good);
            try
            {
                var result = await checks.RunAsync(pack(bytes), name);
                Assert.All(result.Findings.All, finding => Assert.InRange(finding.Examples.Count, 0, Settings.Examples));
                passed += result.Findings.HasFailures ? 0 : 1;
                judge(bytes, !result.Findings.HasFailures);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Input {i}: {Convert.ToBase64String(bytes)}", exception);
            }

            if (i % 1000 == 0)
            {
                Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, MostGrowth);
            }
        }

        Assert.InRange(passed, 1, inputs - 1);
    }
}
