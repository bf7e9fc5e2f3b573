using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>Settings that a database is opened with.</summary>
internal sealed class ConfigHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        NativeMethods.DestroyConfig(ref handle);
        return true;
    }
}
