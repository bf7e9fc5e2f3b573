namespace Slipstream.Metadata.Types;

/// <summary>A list of values of one type.</summary>
public sealed record ArrayType(ColumnType Element) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => $"array<{Element}>";
}
