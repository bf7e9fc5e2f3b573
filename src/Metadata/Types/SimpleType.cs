namespace Slipstream.Metadata.Types;

/// <summary>A type without parts.</summary>
/// <param name="Kind">Which one.</param>
public sealed record SimpleType(SimpleKind Kind) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        SimpleKind.Character => "character",
        SimpleKind.Int => "int",
        SimpleKind.Long => "long",
        SimpleKind.Float => "float",
        SimpleKind.Double => "double",
        SimpleKind.Date => "date",
        SimpleKind.DateTime => "datetime",
        SimpleKind.Binary => "binary",
        SimpleKind.Boolean => "boolean",
        _ => throw new InvalidOperationException($"Unknown kind '{Kind}'."),
    };
}
