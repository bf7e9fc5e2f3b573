using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>A connection to a database; it keeps the database alive.</summary>
internal sealed class ConnectionHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        NativeMethods.Disconnect(ref handle);
        return true;
    }
}
