using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>The type of a column.</summary>
internal sealed class TypeHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyType(ref handle);
        return true;
    }
}
