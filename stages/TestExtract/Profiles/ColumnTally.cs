using System.Runtime.CompilerServices;
using Slipstream.Metadata.Types;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>Counts the values of one column. Tallies of parts of an object, merged in any order, give that of the whole.</summary>
internal sealed class ColumnTally(TieBreak ties, bool hasOrder)
{
    private readonly DistinctSketch _distinct = new();
    private long _values;
    private long _nulls;
    private long _lengths;
    private int _shortest = int.MaxValue;
    private int _longest;
    private ulong _lastHash;
    private Extreme _least = new();
    private Extreme _greatest = new();

    /// <summary>Where the column came up first: for the order of unknown ones.</summary>
    public (long Line, int Place) First { get; private set; } = (long.MaxValue, 0);

    public void Clear()
    {
        _distinct.Clear();
        (_values, _nulls, _lengths, _shortest, _longest, _lastHash) = (0, 0, 0, int.MaxValue, 0, 0);
        _least.Clear();
        _greatest.Clear();
        First = (long.MaxValue, 0);
    }

    public void AddNull() => _nulls++;

    public void SeeAt(long line, int place) => First = First.CompareTo((line, place)) <= 0 ? First : (line, place);

    /// <summary>Counts a value, whose first bytes are the word; one that is not of its column's type has no place among the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> text, ulong word, int length, ulong order, bool isOfType)
    {
        _values++;
        _lengths += length;
        _shortest = Math.Min(_shortest, length);
        _longest = Math.Max(_longest, length);
        var hash = ValueHash.Of(text, word, 0);
        if (hash == _lastHash)
        {
            return;
        }

        _distinct.Add(hash);
        if (!isOfType)
        {
            return;
        }

        _lastHash = hash;
        if (hasOrder && (order <= _least.Order || order >= _greatest.Order || !_least.IsSet))
        {
            AddExtremes(text, order);
        }
    }

    public void Merge(ColumnTally other)
    {
        _values += other._values;
        _nulls += other._nulls;
        _lengths += other._lengths;
        _shortest = Math.Min(_shortest, other._shortest);
        _longest = Math.Max(_longest, other._longest);
        _distinct.Merge(other._distinct);
        First = First.CompareTo(other.First) <= 0 ? First : other.First;
        if (other._least.IsSet)
        {
            AddExtremes(other._least.Text, other._least.Order);
            AddExtremes(other._greatest.Text, other._greatest.Order);
        }
    }

    public ColumnProfile ToProfile(string name, bool isKnown, ColumnType? type, bool hidesValues, ShapeTable shapes) => new()
    {
        Name = name,
        IsKnown = isKnown,
        Type = type,
        Rows = _values + _nulls,
        Nulls = _nulls,
        Distinct = Math.Min(_distinct.Estimate(), _values),
        Minimum = hidesValues || !_least.IsSet ? null : Shown.Of(_least.Text),
        Maximum = hidesValues || !_greatest.IsSet ? null : Shown.Of(_greatest.Text),
        ShortestLength = _values > 0 ? _shortest : null,
        LongestLength = _values > 0 ? _longest : null,
        MeanLength = _values > 0 ? (double)_lengths / _values : null,
        Shapes = shapes.Top(),
    };

    private void AddExtremes(ReadOnlySpan<byte> text, ulong order)
    {
        if (!_least.IsSet || order < _least.Order || (order == _least.Order && GoesFirst(text, _least, -1)))
        {
            _least.Set(text, order);
        }

        if (!_greatest.IsSet || order > _greatest.Order || (order == _greatest.Order && GoesFirst(text, _greatest, 1)))
        {
            _greatest.Set(text, order);
        }
    }

    // Of equal values that are written otherwise, such as 1.0 and 1, the shorter one, whichever came first.
    private bool GoesFirst(ReadOnlySpan<byte> text, Extreme extreme, int side)
    {
        var order = Ordering.OfTied(text, extreme.Text, ties) * side;
        return order > 0 || (order == 0 && ties != TieBreak.Text && (text.Length, text.SequenceCompareTo(extreme.Text)).CompareTo((extreme.Text.Length, 0)) < 0);
    }
}
