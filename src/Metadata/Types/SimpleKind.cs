namespace Slipstream.Metadata.Types;

/// <summary>The simple types of etl_manager's dialect.</summary>
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
}
