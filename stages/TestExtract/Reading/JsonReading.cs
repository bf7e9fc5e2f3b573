using Slipstream.Rows.Text;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Stages.TestExtract.Checks.Keys;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>JSON lines: blocks of whole lines, checked side by side.</summary>
internal sealed class JsonReading(TableRules rules, BlockBuffers buffers, BlockChecks checks, ObjectResult result, int longestLine) : IRowReading
{
    private readonly BlockPipeline _pipeline = new(buffers, checks, result);

    public Task ReadAsync(Stream text, CancellationToken cancellationToken) => _pipeline.RunAsync(text, longestLine, cancellationToken);

    public async Task<IReadOnlyDictionary<long, KeyedRow>> ReadAgainAsync(
        Stream text, KeyRule key, IReadOnlySet<long> lines, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<long, KeyedRow>();
        var wanted = new SortedSet<long>(lines);
        var reader = new BlockReader(text, buffers, longestLine);
        var check = checks.Rent();
        check.Rows.Begin(new PartResult(rules.Keys.Length, 0), isAscii: false);
        while (rows.Count < wanted.Count && await reader.ReadAsync(cancellationToken) is { } block)
        {
            foreach (var line in wanted.GetViewBetween(block.FirstLine, block.FirstLine + block.Lines - 1))
            {
                rows.Add(line, check.TryRead(block, line) ? check.Rows.Keyed(key, line) : throw KeyedRow.Gone(line));
            }

            buffers.Return(block.Buffer);
        }

        reader.Release();
        checks.Return(check);
        return rows;
    }

    public ObjectProfile TakeProfile() => _pipeline.TakeProfile();
}
