using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Slipstream.Rows;

/// <summary>
/// The values of one row, whatever it was written in, in the slots of a <see cref="NameTable"/>. Used for row after row: what
/// it holds stands until the next <see cref="Begin"/>.
/// </summary>
public sealed class RowCells(NameTable names)
{
    private readonly ulong[] _seen = new ulong[(names.Capacity + 63) / 64];
    private readonly Cell[] _cells = new Cell[names.Capacity];
    private readonly int _known = names.Known;
    private readonly List<int> _unknown = [];
    private byte[] _buffer = [];
    private byte[] _copies = new byte[256];
    private int _copied;

    /// <summary>Whose slots they are.</summary>
    public NameTable Names => names;

    /// <summary>The slots of the row's columns that are not in the metadata, in the order of the row.</summary>
    public ReadOnlySpan<int> Unknown => CollectionsMarshal.AsSpan(_unknown);

    /// <summary>How many columns of the row found no slot: there are too many names.</summary>
    public int Nameless { get; private set; }

    /// <summary>Starts a row whose text stands in the buffer.</summary>
    public void Begin(byte[] buffer)
    {
        _buffer = buffer;
        _copied = 0;
        _unknown.Clear();
        Nameless = 0;
        Array.Clear(_seen);
    }

    /// <summary>Whether the row has a value, which may be null, in the slot.</summary>
    public bool Has(int slot) => (_seen[slot >> 6] >> (slot & 63) & 1) != 0;

    /// <summary>Takes up a value; false if its slot has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(int slot, Cell cell)
    {
        ref var bits = ref _seen[slot >> 6];
        var bit = 1UL << (slot & 63);
        if ((bits & bit) != 0)
        {
            return false;
        }

        bits |= bit;
        _cells[slot] = cell;
        if (slot >= _known)
        {
            _unknown.Add(slot);
        }

        return true;
    }

    /// <summary>A column of the row found no slot.</summary>
    public void CountNameless() => Nameless++;

    /// <summary>The value in a slot that the row has.</summary>
    public ref readonly Cell this[int slot] => ref _cells[slot];

    /// <summary>The bytes of a value, without the quotes around a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Text(in Cell cell) => MemoryMarshal.CreateReadOnlySpan(
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(cell.IsCopied ? _copies : _buffer), cell.Start), cell.Length);

    /// <summary>Room for a text that does not stand in the buffer as it is; <see cref="Copied"/> then gives its cell.</summary>
    public Span<byte> Room(int length)
    {
        if (_copies.Length - _copied < length)
        {
            Array.Resize(ref _copies, Math.Max(_copies.Length * 2, _copied + length));
        }

        return _copies.AsSpan(_copied, length);
    }

    /// <summary>The cell of what was written to <see cref="Room"/>.</summary>
    public Cell Copied(CellKind kind, int length)
    {
        var cell = new Cell(kind, IsCopied: true, _copied, length);
        _copied += length;
        return cell;
    }
}
