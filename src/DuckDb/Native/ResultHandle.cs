using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>The result of a query, in memory of its own: DuckDB fills it and frees what it points to.</summary>
internal sealed unsafe class ResultHandle : SafeHandle
{
    public ResultHandle()
        : base(IntPtr.Zero, ownsHandle: true) => SetHandle((IntPtr)NativeMemory.AllocZeroed((nuint)sizeof(NativeMethods.ResultStruct)));

    public override bool IsInvalid => handle == IntPtr.Zero;

    public ChunkHandle FetchChunk() => NativeMethods.FetchChunk(*(NativeMethods.ResultStruct*)handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyResult((NativeMethods.ResultStruct*)handle);
        NativeMemory.Free((void*)handle);
        return true;
    }
}
