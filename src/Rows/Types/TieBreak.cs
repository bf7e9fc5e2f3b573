namespace Slipstream.Rows.Types;

/// <summary>What decides between two values whose order is the same.</summary>
public enum TieBreak
{
    /// <summary>Nothing: they are equal.</summary>
    None,

    /// <summary>The bytes of their texts.</summary>
    Text,

    /// <summary>Their digits.</summary>
    Number,
}
