using System.Text;
using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Checks.Values;

/// <summary>The only values a column may have, compared as values of its type: 1.0 is 1 for numbers, and another text for texts.</summary>
internal sealed class EnumRule : ValueRule
{
    private const int ShortText = 240;

    private readonly byte[]?[] _places;
    private readonly TieBreak _ties;

    public EnumRule(IReadOnlyList<string> values, TypeRule type)
        : base(Rule.Enum, Shown.Of($"one of {string.Join(", ", values)}"))
    {
        _ties = type.Ties;
        _places = new byte[]?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)values.Count * 4)];
        foreach (var text in values.Select(Encoding.UTF8.GetBytes))
        {
            type.TryRead(CellKind.Plain, text, out var order);
            var value = Identity.Of(text, order, _ties, new byte[Identity.Room(text)]);
            _places[Place(value)] = value.ToArray();
        }
    }

    public override bool Allows(ReadOnlySpan<byte> text, ulong order)
    {
        if (_ties == TieBreak.Text)
        {
            return _places[Place(text)] is not null;
        }

        var room = Identity.Room(text) <= ShortText ? stackalloc byte[ShortText] : new byte[Identity.Room(text)];
        return _places[Place(Identity.Of(text, order, _ties, room))] is not null;
    }

    // A quarter full at most: a free place is near.
    private int Place(ReadOnlySpan<byte> value)
    {
        var at = (int)ValueHash.Of(value) & (_places.Length - 1);
        while (_places[at] is { } other && !value.SequenceEqual(other))
        {
            at = (at + 1) & (_places.Length - 1);
        }

        return at;
    }
}
