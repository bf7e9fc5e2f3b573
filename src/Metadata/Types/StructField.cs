namespace Slipstream.Metadata.Types;

/// <summary>One named value of a struct.</summary>
public sealed record StructField(string Name, ColumnType Type)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Type}";
}
