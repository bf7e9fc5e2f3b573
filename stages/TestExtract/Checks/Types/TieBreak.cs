namespace Slipstream.Stages.TestExtract.Checks.Types;

/// <summary>What decides between two values whose order is the same.</summary>
internal enum TieBreak
{
    /// <summary>Nothing: they are equal.</summary>
    None,

    /// <summary>The bytes of their texts.</summary>
    Text,

    /// <summary>Their digits.</summary>
    Number,
}
