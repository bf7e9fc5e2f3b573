using System.Runtime.InteropServices;

namespace Slipstream.DuckDb.Native;

/// <summary>A table function while it is being described; DuckDB keeps a copy of what is registered.</summary>
internal sealed class FunctionHandle() : SafeHandle(IntPtr.Zero, ownsHandle: true)
{
    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        FunctionMethods.Destroy(ref handle);
        return true;
    }
}
