using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb.Functions;

/// <summary>
/// The values of one column of a chunk, in the physical form of its type (https://duckdb.org/docs/stable/clients/c/vector). A row
/// that nobody sets is not null but undefined.
/// </summary>
public sealed unsafe class DuckDbVector
{
    private const int TextInPlace = 12;
    private const int ValidityBits = 64;

    private readonly List<DuckDbVector> _fields = [];
    private DuckDbVector? _elements;
    private byte* _data;
    private ulong* _validity;
    private int _capacity;
    private int _elementCount;

    internal DuckDbVector(IntPtr pointer, int capacity)
    {
        Pointer = pointer;
        Take(capacity);
    }

    internal IntPtr Pointer { get; }

    /// <summary>How many elements its lists have so far.</summary>
    public int ElementCount => _elementCount;

    /// <summary>Sets a value of fixed width: a number, a date in days, a time in its type's unit, a decimal's digits in its type's width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set<T>(int row, T value)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_capacity, nameof(row));
        ((T*)_data)[row] = value;
    }

    /// <summary>Sets a text in valid UTF-8, or bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetText(int row, ReadOnlySpan<byte> text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_capacity, nameof(row));
        if (text.Length > TextInPlace)
        {
            fixed (byte* bytes = text)
            {
                VectorMethods.AssignText(Pointer, (ulong)row, bytes, (ulong)text.Length);
            }

            return;
        }

        // The length, the bytes, and zeros behind them: DuckDB compares all sixteen at once.
        var slot = _data + (row * sizeof(UInt128));
        *(UInt128*)slot = (uint)text.Length;
        text.CopyTo(new Span<byte>(slot + sizeof(uint), TextInPlace));
    }

    /// <summary>Sets the row to null. The fields of a struct are set to null too, each for itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SetNull(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_capacity, nameof(row));
        if (_validity is null)
        {
            VectorMethods.EnsureValidity(Pointer);
            _validity = NativeMethods.VectorValidity(Pointer);
        }

        _validity[row / ValidityBits] &= ~(1UL << (row % ValidityBits));
    }

    /// <summary>A field of a struct.</summary>
    public DuckDbVector Field(int index)
    {
        while (_fields.Count <= index)
        {
            _fields.Add(new DuckDbVector(VectorMethods.StructChild(Pointer, (ulong)_fields.Count), _capacity));
        }

        return _fields[index];
    }

    /// <summary>The elements of all lists, one after another; a map is a list of structs of a key and a value.</summary>
    public DuckDbVector Elements => _elements ??= new DuckDbVector(VectorMethods.ListChild(Pointer), 0);

    /// <summary>Makes room for one more element and gives its row in <see cref="Elements"/>.</summary>
    public int AddElement()
    {
        if (_elementCount == Elements._capacity)
        {
            var capacity = Math.Max(DuckDbChunk.Capacity, _elementCount * 2);
            Require(VectorMethods.ReserveList(Pointer, (ulong)capacity));
            Elements.Take(capacity);
        }

        return _elementCount++;
    }

    /// <summary>Says which elements the list in a row has.</summary>
    public void SetList(int row, int first, int count) => Set(row, new ListEntry((ulong)first, (ulong)count));

    // DuckDB learns the sizes of lists when all are there.
    internal void Finish()
    {
        _fields.ForEach(field => field.Finish());
        if (_elements is not null)
        {
            Require(VectorMethods.SetListSize(Pointer, (ulong)_elementCount));
            _elements.Finish();
        }
    }

    // Memory that has grown lies elsewhere, the fields' too.
    private void Take(int capacity)
    {
        _capacity = capacity;
        _data = (byte*)NativeMethods.VectorData(Pointer);
        _validity = NativeMethods.VectorValidity(Pointer);
        _fields.ForEach(field => field.Take(capacity));
    }

    private static void Require(int state)
    {
        if (state != NativeMethods.Success)
        {
            throw new DuckDbException("DuckDB has no memory for the elements of a list. Raise MEMORY_LIMIT.");
        }
    }

    /// <summary>duckdb_list_entry.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct ListEntry(ulong First, ulong Count);
}
