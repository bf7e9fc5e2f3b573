using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>Up to 2,048 rows of a result; invalid after the last row.</summary>
internal sealed class ChunkHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyChunk(ref handle);
        return true;
    }
}
