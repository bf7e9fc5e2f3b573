namespace Slipstream.Metadata.Types;

/// <summary>A list of values of one type.</summary>
/// <param name="Element">The type of each value.</param>
public sealed record ArrayType(ColumnType Element) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => $"array<{Element}>";
}
