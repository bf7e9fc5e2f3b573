using Slipstream.Stages.TestExtract.Reading;

namespace Slipstream.Stages.TestExtract.Checks.Types;

/// <summary>Nothing but null.</summary>
internal sealed class NullTypeRule : TypeRule
{
    public override bool HasOrder => false;

    public override bool TryRead(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        order = 0;
        return false;
    }
}
