using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>
/// Reports keys that stand in an object twice. Hashes only raise the suspicion: the rows in question are read a second time and
/// compared byte for byte, which also gives the value to show.
/// </summary>
internal sealed class RepeatedRows(TableRules rules, IRowReading reading, int mostExamples)
{
    public async Task ReportAsync(ObjectResult result, Func<CancellationToken, Task<Stream>> open, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rules.Keys.Length; i++)
        {
            var repeats = Repeats.Find(result.Keys[i].Sorted(), Math.Max(1, mostExamples));
            if (repeats.Count > 0)
            {
                var lines = repeats.First.SelectMany(repeat => new[] { repeat.Line, repeat.Earlier }).ToHashSet();
                await using var text = await open(cancellationToken);
                var rows = await reading.ReadAgainAsync(text, rules.Keys[i], lines, cancellationToken);
                Report(rules.Keys[i], repeats, rows, result.Findings);
            }
        }
    }

    private static void Report(KeyRule key, Repeats repeats, IReadOnlyDictionary<long, KeyedRow> rows, Findings findings)
    {
        var real = repeats.First.Where(repeat => rows[repeat.Line].Key.SequenceEqual(rows[repeat.Earlier].Key)).ToList();
        foreach (var repeat in real)
        {
            findings.Fail(key.Rule, key.Name, key.Expected, repeat.Line, $"{rows[repeat.Line].Shown}, as in line {repeat.Earlier}");
        }

        // Rows that nobody compared count as what they almost surely are: it takes 2^64 rows until two hashes meet by chance.
        if (repeats.Count > repeats.First.Count)
        {
            findings.CountMore(key.Rule, key.Name, key.Expected, repeats.Count - repeats.First.Count);
        }
    }
}
