namespace Slipstream.Metadata.Types;

/// <summary>The simple types of both dialects; the last eight are mojap-metadata's alone.</summary>
public enum SimpleKind
{
    /// <summary>Text.</summary>
    Character,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A floating-point number of 32 bits.</summary>
    Float,

    /// <summary>A floating-point number of 64 bits.</summary>
    Double,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A day and a time, without zone.</summary>
    DateTime,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number of 8 bits.</summary>
    Int8,

    /// <summary>A whole number of 16 bits.</summary>
    Int16,

    /// <summary>A whole number of 8 bits from zero.</summary>
    UInt8,

    /// <summary>A whole number of 16 bits from zero.</summary>
    UInt16,

    /// <summary>A whole number of 32 bits from zero.</summary>
    UInt32,

    /// <summary>A whole number of 64 bits from zero.</summary>
    UInt64,

    /// <summary>A floating-point number of 16 bits.</summary>
    Half,

    /// <summary>No value at all: every one is null.</summary>
    Null,
}
