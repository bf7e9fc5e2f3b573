namespace Slipstream.Rows.Json;

/// <summary>Why a line is no row.</summary>
public enum LineFault
{
    /// <summary>It is not UTF-8.</summary>
    Encoding,

    /// <summary>It is not one JSON object, or holds escapes that stand for no text.</summary>
    NoObject,

    /// <summary>Its values nest too deep.</summary>
    Depth,

    /// <summary>A name stands in it twice.</summary>
    RepeatedName,
}
