using System.Text;
using System.Text.Json;
using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.Tests.TestExtract.Reading;

namespace Slipstream.Stages.Tests.TestExtract.Checks;

public sealed class ManyObjectsTests
{
    private static readonly TableMetadata Table = CheckedFile.Table(
        CheckedFile.Column("name", "character") with { IsUnique = true, MaximumLength = 20 },
        CheckedFile.Column("size", "int") with { IsNullable = false },
        CheckedFile.Column("when", "date"),
        CheckedFile.Column("ratio", "double"),
        CheckedFile.Column("tags", "array<int>"),
        CheckedFile.Column("place", "struct<a:array<int>,b:character>"));

    [Fact]
    public async Task An_object_gives_the_same_result_each_time_whichever_threads_check_it()
    {
        using var file = new CheckedFile(Table);
        var bytes = Dirty(15_000, seed: 11);

        var results = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            results.Add(Everything(await file.RunAsync(bytes, $"{i}.jsonl")));
        }

        Assert.Single(results.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Objects_that_are_checked_at_the_same_time_do_not_touch_each_other()
    {
        using var file = new CheckedFile(Table);
        var all = Enumerable.Range(0, 24).Select(i => Dirty(i % 3 == 0 ? 3_000 : 30, seed: i)).ToList();
        var alone = new List<string>();
        for (var i = 0; i < all.Count; i++)
        {
            alone.Add(Everything(await file.RunAsync(all[i], $"{i}.jsonl")));
        }

        var together = await Task.WhenAll(all.Select((bytes, i) => Task.Run(async () => Everything(await file.RunAsync(bytes, $"{i}.jsonl")))));

        Assert.Equal(alone, together);
    }

    // Rows of all kinds, most of them wrong somehow.
    private static byte[] Dirty(int rows, int seed)
    {
        var random = new RandomRows(seed);
        using var text = new MemoryStream();
        for (var i = 0; i < rows; i++)
        {
            text.Write(random.Next());
            text.WriteByte((byte)'\n');
        }

        text.Write(Encoding.UTF8.GetBytes("{\"name\":\"a\",\"size\":1}\n"));
        return text.ToArray();
    }

    private static string Everything(CheckedObject result) => JsonSerializer.Serialize(new
    {
        result.Rows,
        Hash = result.Sha256.ToString(),
        Findings = result.Findings.All,
        result.Profile,
    });
}
