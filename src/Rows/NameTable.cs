using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Slipstream.Rows;

/// <summary>
/// A slot for each name: first the columns of the metadata, then those unknown names that came up, up to a limit: a file
/// whose every row has another name must not fill the memory.
/// </summary>
public sealed class NameTable
{
    /// <summary>The most unknown names of an object that are told apart.</summary>
    public const int MostUnknown = 256;

    /// <summary>The longest name, with its quotes, that <see cref="Follows"/> knows.</summary>
    public const int LongestQuoted = 512;

    // So much of a name is compared at once.
    private const int Stride = 32;

    // No text in UTF-8 has this byte.
    private static readonly byte[] Never = [0xff];

    private readonly byte[][] _names;
    private readonly byte[] _starts;
    private readonly byte[] _masks;
    private readonly byte[][] _quoted;
    private readonly int[] _lengths;
    private readonly string[] _texts;
    private readonly int[] _slots;

    public NameTable(IReadOnlyList<string> known)
    {
        Known = known.Count;
        Capacity = known.Count + MostUnknown;
        _names = new byte[Capacity][];
        _quoted = new byte[Capacity][];
        _lengths = new int[Capacity];
        _starts = new byte[Capacity * Stride];
        _masks = new byte[Capacity * Stride];
        _texts = new string[Capacity];
        _slots = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Capacity * 4)];
        foreach (var name in known)
        {
            Add(Encoding.UTF8.GetBytes(name));
        }
    }

    /// <summary>The number of columns of the metadata.</summary>
    public int Known { get; }

    /// <summary>The most names there can be.</summary>
    public int Capacity { get; }

    /// <summary>The names there are.</summary>
    public int Count { get; private set; }

    /// <summary>The name of a slot, unescaped.</summary>
    public string TextOf(int slot) => _texts[slot];

    /// <summary>The name of a slot in UTF-8.</summary>
    public ReadOnlySpan<byte> this[int slot] => _names[slot];

    /// <summary>The slot of a name; -1 for a name that has none.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var at = Place(name);
        return _slots[at] - 1;
    }

    /// <summary>Gives a name that has none a slot; -1 if there are too many.</summary>
    public int Add(ReadOnlySpan<byte> name)
    {
        if (Count == Capacity)
        {
            return -1;
        }

        _names[Count] = name.ToArray();
        _quoted[Count] = IsPlain(name) ? [(byte)'"', .. name, (byte)'"'] : Never;
        SetStart(Count);
        _texts[Count] = Encoding.UTF8.GetString(name);
        _slots[Place(name)] = Count + 1;
        return Count++;
    }

    /// <summary>Whether a slot's name, in quotes, stands here, and how long that is; <see cref="LongestQuoted"/> bytes may be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Follows(ref byte text, int slot, out int length)
    {
        length = _lengths[slot];
        var at = (nuint)(slot * Stride);
        var difference = (Vector256.LoadUnsafe(ref text) ^ Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_starts), at))
            & Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_masks), at);
        return difference == Vector256<byte>.Zero && (length <= Stride || RestFollows(ref text, slot));
    }

    /// <summary>Takes the slots of unknown names away.</summary>
    public void Forget()
    {
        if (Count == Known)
        {
            return;
        }

        for (var slot = Known; slot < Count; slot++)
        {
            _quoted[slot] = Never;
            SetStart(slot);
        }

        Count = 0;
        Array.Clear(_slots);
        for (var slot = 0; slot < Known; slot++)
        {
            _slots[Place(_names[slot])] = ++Count;
        }
    }

    private bool RestFollows(ref byte text, int slot)
    {
        var quoted = _quoted[slot].AsSpan();
        return MemoryMarshal.CreateReadOnlySpan(ref text, quoted.Length)[Stride..].SequenceEqual(quoted[Stride..]);
    }

    private void SetStart(int slot)
    {
        var quoted = _quoted[slot].AsSpan();
        var start = quoted[..Math.Min(quoted.Length, Stride)];
        _lengths[slot] = quoted.Length;
        start.CopyTo(_starts.AsSpan(slot * Stride, Stride));
        var mask = _masks.AsSpan(slot * Stride, Stride);
        mask[..start.Length].Fill(0xff);
        mask[start.Length..].Clear();
    }

    // Written as it is: a name that JSON must escape is found by those who unescape.
    private static bool IsPlain(ReadOnlySpan<byte> name) =>
        name.Length + 2 <= LongestQuoted && !name.ContainsAny((byte)'"', (byte)'\\') && !name.ContainsAnyInRange((byte)0, (byte)0x1f);

    // A quarter full at most: a free place is near.
    private int Place(ReadOnlySpan<byte> name)
    {
        var at = (int)ValueHash.Of(name) & (_slots.Length - 1);
        while (_slots[at] != 0 && !name.SequenceEqual(_names[_slots[at] - 1]))
        {
            at = (at + 1) & (_slots.Length - 1);
        }

        return at;
    }
}
