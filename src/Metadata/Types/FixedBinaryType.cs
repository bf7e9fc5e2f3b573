using System.Globalization;

namespace Slipstream.Metadata.Types;

/// <summary>Exactly so many bytes: mojap-metadata's <c>binary(n)</c>.</summary>
/// <param name="Length">In bytes.</param>
public sealed record FixedBinaryType(int Length) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"binary({Length})");
}
