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
        SimpleKind.Int8 => "int8",
        SimpleKind.Int16 => "int16",
        SimpleKind.UInt8 => "uint8",
        SimpleKind.UInt16 => "uint16",
        SimpleKind.UInt32 => "uint32",
        SimpleKind.UInt64 => "uint64",
        SimpleKind.Half => "float16",
        SimpleKind.Null => "null",
        _ => throw new InvalidOperationException($"Unknown kind '{Kind}'."),
    };
}
