using Slipstream.Metadata.Types;
using Slipstream.Stages.TestExtract.Checks.Types;
using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>Counts the values of a column that the metadata do not have, and which types all of them would be of.</summary>
internal sealed class UnknownTally
{
    // From narrow to wide.
    private static readonly SimpleKind[] Kinds =
        [SimpleKind.Boolean, SimpleKind.Int, SimpleKind.Long, SimpleKind.Double, SimpleKind.Date, SimpleKind.DateTime, SimpleKind.Character];

    private static readonly TypeRule[] Rules = [.. Kinds.Select(TypeRules.Of)];

    private int _fits = (1 << Kinds.Length) - 1;
    private bool _hasValue;

    public ColumnTally Values { get; } = new(TieBreak.Text, hasOrder: true);

    /// <summary>The narrowest type of all values; null if there is none, or only nulls.</summary>
    public ColumnType? Type => _hasValue && _fits != 0 ? new SimpleType(Kinds[System.Numerics.BitOperations.TrailingZeroCount(_fits)]) : null;

    public void Add(CellKind kind, ReadOnlySpan<byte> text, long line, int place)
    {
        Values.SeeAt(line, place);
        if (kind == CellKind.Null)
        {
            Values.AddNull();
            return;
        }

        _hasValue = true;
        for (var i = 0; i < Kinds.Length; i++)
        {
            if ((_fits >> i & 1) != 0 && !Rules[i].TryRead(kind, text, out _))
            {
                _fits &= ~(1 << i);
            }
        }

        Values.Add(text, ValueHash.Word(text), Checks.TextLength.Of(text), TextTypeRule.OrderOf(text), isOfType: true);
    }

    public void Merge(UnknownTally other)
    {
        _fits &= other._fits;
        _hasValue |= other._hasValue;
        Values.Merge(other.Values);
    }
}
