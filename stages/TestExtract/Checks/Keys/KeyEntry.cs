using System.Runtime.InteropServices;

namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>The key of one row: 128 bits of a hash, and where the row is.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal readonly record struct KeyEntry(ulong High, ulong Low, long Line) : IComparable<KeyEntry>
{
    public int CompareTo(KeyEntry other) =>
        High != other.High ? High.CompareTo(other.High)
        : Low != other.Low ? Low.CompareTo(other.Low)
        : Line.CompareTo(other.Line);

    public bool IsSameKey(KeyEntry other) => High == other.High && Low == other.Low;
}
