using System.Text;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>How often each shape of a column came up; beyond a number of different ones a new shape only counts for the whole.</summary>
internal sealed class ShapeTable
{
    private const int MostShapes = 512;
    private const int Shown = 5;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private long _all;

    public ShapeTable() => _lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(ReadOnlySpan<byte> shape, int weight)
    {
        Span<char> chars = stackalloc char[Shape.MostBytes];
        var text = chars[..Encoding.UTF8.GetChars(shape, chars)];
        _all += weight;
        if (_lookup.TryGetValue(text, out var count) || _counts.Count < MostShapes)
        {
            _lookup[text] = count + weight;
        }
    }

    /// <summary>The most frequent ones; of equally frequent ones that which comes first as text.</summary>
    public IReadOnlyList<ShapeShare> Top() =>
        [.. _counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Shown)
            .Select(pair => new ShapeShare(pair.Key, (double)pair.Value / _all))];
}
