using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>A statement that was parsed and bound.</summary>
internal sealed class StatementHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyPrepare(ref handle);
        return true;
    }
}
