using Slipstream.DuckDb.Native;

namespace Slipstream.DuckDb.Functions;

/// <summary>Up to <see cref="Capacity"/> rows in DuckDB's own memory, column by column.</summary>
public sealed class DuckDbChunk : IDisposable
{
    private readonly ChunkHandle _handle;
    private readonly DuckDbVector[] _vectors;

    private DuckDbChunk(ChunkHandle handle, int columns)
    {
        _handle = handle;
        _vectors = new DuckDbVector[columns];
        for (var i = 0; i < columns; i++)
        {
            _vectors[i] = new DuckDbVector(NativeMethods.ChunkVector(handle, (ulong)i), Capacity);
        }
    }

    /// <summary>The most rows that a chunk holds.</summary>
    public static int Capacity { get; } = (int)VectorMethods.Size();

    /// <summary>How many rows have been filled.</summary>
    public int Rows { get; set; }

    /// <summary>A column, by its place in the projection.</summary>
    public DuckDbVector this[int column] => _vectors[column];

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    internal static DuckDbChunk Create(TypeHandle[] types)
    {
        // The handles outlive every chunk: they belong to the function.
        var pointers = types.Select(type => type.DangerousGetHandle()).ToArray();
        unsafe
        {
            fixed (IntPtr* first = pointers)
            {
                return new DuckDbChunk(VectorMethods.CreateChunk(first, (ulong)pointers.Length), pointers.Length);
            }
        }
    }

    // The target shares the memory, which lives for as long as either does.
    internal void MoveTo(IntPtr target)
    {
        for (var i = 0; i < _vectors.Length; i++)
        {
            _vectors[i].Finish();
            VectorMethods.Reference(FunctionMethods.ChunkVector(target, (ulong)i), _vectors[i].Pointer);
        }

        NativeMethods.SetChunkSize(target, (ulong)Rows);
        Dispose();
    }
}
