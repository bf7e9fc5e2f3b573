namespace Slipstream.Metadata.Types;

/// <summary>Named values; equal to another struct with equal fields in the same order.</summary>
/// <param name="Fields">In the order of the text form.</param>
public sealed record StructType(IReadOnlyList<StructField> Fields) : ColumnType
{
    /// <inheritdoc/>
    public bool Equals(StructType? other) => other is not null && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => Fields.Aggregate(Fields.Count, HashCode.Combine);

    /// <inheritdoc/>
    public override string ToString() => $"struct<{string.Join(',', Fields)}>";
}
