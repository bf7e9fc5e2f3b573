namespace Slipstream.Metadata.Types;

/// <summary>Keys with a value each: mojap-metadata's <c>map_&lt;key,value&gt;</c>. In JSON an object of any names.</summary>
/// <param name="Key">The type of the keys: a simple one.</param>
/// <param name="Value">The type of the values.</param>
public sealed record MapType(ColumnType Key, ColumnType Value) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => $"map_<{Key},{Value}>";
}
