namespace Slipstream.Metadata.Types;

/// <summary>One named value of a struct.</summary>
/// <param name="Name">Lower case letters, digits and underscores.</param>
/// <param name="Type">The type of its value.</param>
public sealed record StructField(string Name, ColumnType Type)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Type}";
}
