using Slipstream.Contracts.Settings;
using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>
/// Reports keys that stand in an object twice. Hashes only raise the suspicion: the rows in question are read a second time and
/// compared byte for byte, which also gives the value to show.
/// </summary>
internal sealed class RepeatedRows(TableRules rules, BlockChecks checks, BlockBuffers buffers, TestExtractSettings settings)
{
    public async Task ReportAsync(ObjectResult result, Func<CancellationToken, Task<Stream>> open, CancellationToken cancellationToken)
    {
        for (var i = 0; i < rules.Keys.Length; i++)
        {
            var repeats = Repeats.Find(result.Keys[i].Sorted(), Math.Max(1, settings.Examples));
            if (repeats.Count > 0)
            {
                var rows = await ReadRowsAsync(rules.Keys[i], repeats, open, cancellationToken);
                Report(rules.Keys[i], repeats, rows, result.Findings);
            }
        }
    }

    private static void Report(KeyRule key, Repeats repeats, Dictionary<long, KeyedRow> rows, Findings findings)
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

    private async Task<Dictionary<long, KeyedRow>> ReadRowsAsync(
        KeyRule key, Repeats repeats, Func<CancellationToken, Task<Stream>> open, CancellationToken cancellationToken)
    {
        var wanted = new SortedSet<long>(repeats.First.SelectMany(repeat => new[] { repeat.Line, repeat.Earlier }));
        var rows = new Dictionary<long, KeyedRow>();
        await using var text = await open(cancellationToken);
        var reader = new BlockReader(text, buffers, settings.LongestLine);
        var check = checks.Rent();
        check.Rows.Begin(new PartResult(rules.Keys.Length, 0), isAscii: false);
        while (rows.Count < wanted.Count && await reader.ReadAsync(cancellationToken) is { } block)
        {
            foreach (var line in wanted.GetViewBetween(block.FirstLine, block.FirstLine + block.Lines - 1))
            {
                rows.Add(line, Row(check, key, block, line));
            }

            buffers.Return(block.Buffer);
        }

        reader.Release();
        checks.Return(check);
        return rows;
    }

    private static KeyedRow Row(IBlockCheck check, KeyRule key, Block block, long line)
    {
        if (!check.TryRead(block, line) || !check.Rows.TryKey(key, line, out var bytes))
        {
            throw new InvalidOperationException($"Line {line} gave a key the first time and none the second.");
        }

        return new KeyedRow(bytes.ToArray(), key.IsHidden ? "a hidden value" : check.Rows.Show(key));
    }
}
