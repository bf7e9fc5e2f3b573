namespace Slipstream.Metadata.Types;

/// <summary>Named values.</summary>
public sealed record StructType(IReadOnlyList<StructField> Fields) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => $"struct<{string.Join(',', Fields)}>";
}
